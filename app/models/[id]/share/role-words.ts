import { type SharedRole, sharedRoles } from "@/lib/draft/model";

export const roleWords: Record<SharedRole, string> = {
  viewer: "Viewer: can read",
  commenter: "Commenter: can read and comment",
  editor: "Editor: can change",
};

/** For a select; the first is the default. */
export const roleChoices = sharedRoles.map((value) => ({ value, label: roleWords[value] }));

/** A select's value as a role; the least role where it is none. */
export function roleOf(value: string): SharedRole {
  return sharedRoles.find((role) => role === value) ?? "viewer";
}
