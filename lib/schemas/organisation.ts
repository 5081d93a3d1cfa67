import { unprintable } from "./person";
import { z } from "./zod";

/** What a person may be in an organisation, from the most to the least. */
export const organisationRoles = ["owner", "admin", "member"] as const;

export type OrganisationRole = (typeof organisationRoles)[number];

/** The roles that somebody may give, take and withdraw: nobody touches a role above their own. */
export const rolesGivenBy: Record<OrganisationRole, readonly OrganisationRole[]> = {
  owner: organisationRoles,
  admin: ["admin", "member"],
  member: [],
};

export const organisationRoleSchema = z.enum(organisationRoles, "Role must be owner, admin or member.");

export const organisationNameSchema = z
  .string("Name is missing.")
  .trim()
  .min(1, "Name must not be empty.")
  .max(200, "Name must have at most 200 characters.")
  .refine((name) => !unprintable.test(name), "Name must not hold line breaks or invisible characters.");
