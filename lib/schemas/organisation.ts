import { nameText } from "./text";
import { z } from "./zod";

/** What a person may be in an organisation, from the most to the least. */
export const organisationRoles = ["owner", "admin", "member"] as const;

export type OrganisationRole = (typeof organisationRoles)[number];

/** The roles that a person may give, take and withdraw: none above their own. */
export const rolesGivenBy: Record<OrganisationRole, readonly OrganisationRole[]> = {
  owner: organisationRoles,
  admin: ["admin", "member"],
  member: [],
};

export const organisationRoleSchema = z.enum(organisationRoles, "Role must be owner, admin or member.");

export const organisationNameSchema = nameText("Name", 200, { notText: "Name is missing." });
