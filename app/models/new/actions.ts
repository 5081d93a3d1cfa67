"use server";

import { z } from "zod";
import { declaredCurrency } from "@/lib/model/currency";
import { templateOf } from "@/lib/model/templates";
import { checkDraft } from "@/lib/schemas/draft";
import { action } from "@/lib/server/action";
import { type CreateOutcome, createModel } from "@/lib/server/models/create-model";
import { monthText, nextMonth } from "@/lib/server/models/start-month";
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
    const template = templateKey === null ? undefined : templateOf(templateKey);
    if (templateKey !== null && !template) {
      return { ok: false, faults: [{ key: "templateKey", message: "There is no such template. Reload the page." }] };
    }
    const checked = checkDraft({
      name,
      description: "",
      startMonth: monthText(nextMonth(new Date())),
      currency: declaredCurrency,
      inputs: inputs ?? template?.inputs ?? {},
      customLines: [],
    });
    if (!checked.ok) return { ok: false, faults: checked.faults };
    const access = await currentOrganisation(user);
    if (!access) return { ok: false, faults: [{ key: "form", message: noOrganisation }] };
    return createModel(access, checked.draft, templateKey, origin);
  },
);
