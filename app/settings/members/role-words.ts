import type { OrganisationRole } from "@/lib/organisations/roles";

export const roleNames: Record<OrganisationRole, string> = { owner: "Owner", admin: "Admin", member: "Member" };

/** Roles for a select. */
export function choicesOf(roles: readonly OrganisationRole[]): { value: OrganisationRole; label: string }[] {
  return roles.map((value) => ({ value, label: roleNames[value] }));
}

/** What the roles let people do, in half a sentence. */
export const roleWords: Record<OrganisationRole, string> = {
  owner: "owner, who may do everything",
  admin: "admin, who sees and changes every model and decides who is an admin or a member",
  member: "member, who makes models and reads those that are not private",
};
