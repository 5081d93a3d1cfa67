"use server";

import { z } from "zod";
import { action } from "@/lib/server/action";
import { type CreateOutcome, createModel } from "@/lib/server/models/create-model";
import { newDraft } from "@/lib/server/models/new-draft";
import { currentOrganisation, noOrganisation } from "@/lib/server/organisations/current-organisation";

export const createModelAction = action(
  {
    requires: "user",
    input: z.tuple([
      z.strictObject({
        name: z.unknown(),
        templateKey: z.string().max(100).nullable(),
        /** In place of the template's own; checked as all figures are. */
        inputs: z.unknown().optional(),
      }),
    ]),
    refuse: (faults): CreateOutcome => ({ ok: false, faults }),
  },
  async ({ input: [{ name, templateKey, inputs }], user, origin }): Promise<CreateOutcome> => {
    const checked = newDraft(templateKey, { name, ...(inputs !== undefined && { inputs }) });
    if (!checked.ok) return { ok: false, faults: checked.faults };
    const access = await currentOrganisation(user);
    if (!access) return { ok: false, faults: [{ key: "form", message: noOrganisation }] };
    return createModel(access, checked.draft, templateKey, origin);
  },
);
