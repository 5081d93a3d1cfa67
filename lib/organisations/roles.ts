/** What a person may be in an organisation, from the most to the least. */
export const organisationRoles = ["owner", "admin", "member"] as const;

export type OrganisationRole = (typeof organisationRoles)[number];

/** The roles that a member may give, take and withdraw: nobody touches a role above their own. */
export const rolesGivenBy: Record<OrganisationRole, readonly OrganisationRole[]> = {
  owner: organisationRoles,
  admin: ["admin", "member"],
  member: [],
};
