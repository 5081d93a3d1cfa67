import { type SharedRole, sharedRoles } from "@/lib/draft/model";

export const roleWords: Record<SharedRole, string> = {
  viewer: "Viewer: can read",
  commenter: "Commenter: can read and comment",
  editor: "Editor: can change",
};

/** For a select; the first is the default. */
export const roleChoices = sharedRoles.map((value) => ({ value, label: roleWords[value] }));
