import { organisationRoles } from "@/lib/organisations/roles";
import { nameText } from "./text";
import { z } from "./zod";

export const organisationRoleSchema = z.enum(organisationRoles, "Role must be owner, admin or member.");

export const organisationNameSchema = nameText("Name", 200, { notText: "Name is missing." });
