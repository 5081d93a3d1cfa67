"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { longestRevisionNote } from "@/lib/draft/history";
import type { CostModelFull, MoveOutcome, ReadFigures } from "@/lib/draft/model";
import type { SaveOutcome } from "@/lib/draft/save-outcome";
import { longestFile } from "@/lib/import/csv-table";
import { inputList } from "@/lib/model/inputs";
import { declaredOf } from "@/lib/model/released/declared-of";
import { modelVersion } from "@/lib/model/version";
import { routes } from "@/lib/routes";
import { checkDraft } from "@/lib/schemas/draft";
import { revisionNumber } from "@/lib/schemas/revision-number";
import { text } from "@/lib/schemas/text";
import { loadModelFigures } from "@/lib/server/figures/model-figures";
import { readFigures } from "@/lib/server/files/read-figures";
import { action } from "@/lib/server/http/action";
import { boundsOf, moveModel, versionOf } from "@/lib/server/models/move-model";
import { countSave, savedTooOften } from "@/lib/server/models/save-limit";
import { saveModel } from "@/lib/server/models/save-model";

/** A page that was loaded before the defaults changed leaves out what has the defaults of then. */
const otherDefaults =
  "this page was loaded before Peerbalance got other formulas and defaults. Copy what you typed, then load the page again.";

export const saveModelAction = action(
  {
    name: "saveModelAction",
    requires: "edit",
    input: z.tuple([
      z.uuid(),
      z.strictObject({
        revision: revisionNumber(),
        draft: z.unknown(),
        kept: z.number().positive().optional(),
        /** The version whose defaults the page takes for what the draft leaves out. */
        version: z.int().optional(),
        /** What the history says of it: such a save is a revision of its own. */
        note: text("The note").max(longestRevisionNote).optional(),
      }),
    ]),
    refuse: (faults): SaveOutcome<CostModelFull> =>
      faults.length === 1 && faults[0]?.key === "form"
        ? { kind: "refused", message: faults[0].message }
        : { kind: "invalid", faults },
    later: (wait): SaveOutcome<CostModelFull> => ({ kind: "later", ...wait }),
  },
  async ({
    input: [, { revision, draft: given, kept = 1, version = modelVersion, note }],
    access,
    origin,
  }): Promise<SaveOutcome<CostModelFull>> => {
    const tooMany = await countSave(access.user);
    if (tooMany !== null) return tooMany;
    if (version !== modelVersion) return { kind: "refused", message: otherDefaults };
    const checked = checkDraft(given, await boundsOf(access));
    if (!checked.ok) return { kind: "invalid", faults: checked.faults };
    return saveModel(access, { revision, draft: checked.draft, kept }, origin, note === undefined ? {} : { note });
  },
);

/** Moves the model from the version of formulas and defaults that it keeps to, to the present one. */
export const moveModelAction = action(
  {
    name: "moveModelAction",
    requires: "edit",
    input: z.tuple([z.uuid(), z.strictObject({ revision: revisionNumber(), to: revisionNumber() })]),
  },
  async ({ input: [id, given], access, origin }): Promise<MoveOutcome> => {
    if ((await countSave(access.user)) !== null) return savedTooOften;
    const outcome = await moveModel(access, given, origin);
    if (outcome.ok) revalidatePath(routes.model(id));
    return outcome;
  },
);

/** What a file of figures would make of the draft that the page has; nothing is saved. */
export const readFiguresAction = action(
  {
    name: "readFiguresAction",
    requires: "edit",
    input: z.tuple([z.uuid(), z.strictObject({ csv: text("The file").max(longestFile), draft: z.unknown() })]),
  },
  async ({ input: [, { csv, draft: given }], access }): Promise<ReadFigures> => {
    const version = await versionOf(access);
    const checked = checkDraft(given, (rate) => declaredOf(version, rate));
    if (!checked.ok) return { ok: false, faults: checked.faults };
    return readFigures(access.user, csv, checked.draft, { isNew: false, version });
  },
);

/** What the organisation offers the model now, where it has stated other figures since the page was loaded. */
export const readOfferedAction = action(
  {
    name: "readOfferedAction",
    requires: "view",
    input: z.tuple([
      z.uuid(),
      z.array(z.strictObject({ figure: z.uuid(), revision: revisionNumber() })).max(inputList.length),
    ]),
  },
  async ({ input: [, taken], access }) => ({ ok: true as const, offered: await loadModelFigures(access, taken) }),
);
