"use server";

import { z } from "zod";
import { checkDraft } from "@/lib/schemas/draft";
import { longestFile, readInputsCsv } from "@/lib/schemas/inputs-csv";
import type { ReadFigures, SaveOutcome } from "@/lib/schemas/model";
import { action } from "@/lib/server/action";
import { countSave } from "@/lib/server/models/save-limit";
import { saveModel } from "@/lib/server/models/save-model";

export const saveModelAction = action(
  {
    requires: "edit",
    input: z.tuple([
      z.uuid(),
      z.strictObject({ revision: z.int().min(1), draft: z.unknown(), kept: z.number().positive().optional() }),
    ]),
    refuse: (faults): SaveOutcome =>
      faults.length === 1 && faults[0]?.key === "form"
        ? { kind: "refused", message: faults[0].message }
        : { kind: "invalid", faults },
  },
  async ({ input: [, { revision, draft: given, kept = 1 }], access, origin }): Promise<SaveOutcome> => {
    const tooMany = await countSave(access.user);
    if (tooMany !== null) return tooMany;
    const checked = checkDraft(given);
    if (!checked.ok) return { kind: "invalid", faults: checked.faults };
    return saveModel(access, { revision, draft: checked.draft, kept }, origin);
  },
);

/** What a file of figures would make of the draft that the page has; nothing is saved. */
export const readFiguresAction = action(
  {
    requires: "edit",
    input: z.tuple([z.uuid(), z.strictObject({ csv: z.string().max(longestFile), draft: z.unknown() })]),
    refuse: (faults): ReadFigures => ({ ok: false, faults }),
  },
  async ({ input: [, { csv, draft: given }] }): Promise<ReadFigures> => {
    const checked = checkDraft(given);
    return checked.ok ? readInputsCsv(csv, checked.draft, false) : { ok: false, faults: checked.faults };
  },
);
