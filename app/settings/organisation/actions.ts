"use server";

import type { Outcome } from "@/lib/outcome";
import { organisationNameSchema } from "@/lib/schemas/organisation";
import { z } from "@/lib/schemas/zod";
import { action } from "@/lib/server/http/action";
import { leaveOrganisation } from "@/lib/server/organisations/change-membership";
import { createOrganisation } from "@/lib/server/organisations/create-organisation";
import { rememberOrganisation } from "@/lib/server/organisations/current-organisation";
import { renameOrganisation } from "@/lib/server/organisations/rename-organisation";

const id = z.uuid("The page is out of date. Reload it.");

export const switchOrganisationAction = action(
  { name: "switchOrganisationAction", requires: "organisation:view", input: z.tuple([id]) },
  async ({ access }): Promise<Outcome> => {
    await rememberOrganisation(access.organisationId);
    return { ok: true };
  },
);

export const renameOrganisationAction = action(
  {
    name: "renameOrganisationAction",
    requires: "organisation:manage",
    input: z.tuple([id, organisationNameSchema]),
  },
  async ({ input: [, name], access, origin }) => renameOrganisation(access, name, origin),
);

/** Makes an organisation, and opens it. */
export const createOrganisationAction = action(
  { name: "createOrganisationAction", requires: "user", input: z.tuple([organisationNameSchema]) },
  async ({ input: [name], user, origin }): Promise<Outcome> => {
    const outcome = await createOrganisation(user, name, origin);
    if (!outcome.ok) return outcome;
    await rememberOrganisation(outcome.id);
    return { ok: true };
  },
);

export const leaveOrganisationAction = action(
  { name: "leaveOrganisationAction", requires: "organisation:view", confirms: true, input: z.tuple([id]) },
  async ({ access, confirmation, origin }) => leaveOrganisation(access, confirmation, origin),
);
