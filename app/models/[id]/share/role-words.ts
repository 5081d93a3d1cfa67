import { type SharedRole, sharedRoles } from "@/lib/draft/model";

export const roleWords: Record<SharedRole, string> = {
  viewer: "Viewer: can read",
  commenter: "Commenter: can read and comment",
  editor: "Editor: can change",
};

/** For a select; what stands first is chosen first. */
export const roleChoices = sharedRoles.map((value) => ({ value, label: roleWords[value] }));

/** What a select gives back; the least of the roles where it is none of them. */
export function roleOf(value: string): SharedRole {
  return sharedRoles.find((role) => role === value) ?? "viewer";
}
