import "server-only";
import type { CostModelFull, Notes } from "@/lib/draft/model";
import { listedInputs, ownInputs } from "@/lib/draft/moved-draft";
import { type Relabelled, relabelledNotes } from "@/lib/draft/relabelled-notes";
import { declaredOf } from "@/lib/model/released/declared-of";
import { modelVersion } from "@/lib/model/version";
import { checkDraft } from "@/lib/schemas/draft";
import type { EditAccess } from "@/lib/server/access/model";
import { problem } from "@/lib/server/http/problem";
import { draftOf } from "@/lib/server/models/draft-of";
import { loadModel } from "@/lib/server/models/get-model";
import { movedNote } from "@/lib/server/models/move-model";
import { saveModel } from "@/lib/server/models/save-model";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { type EntityTags, etagOf, namesRevision } from "./entity-tags";
import { mergePatch } from "./merge-patch";
import { modelGone, modelResponse } from "./model-resource";

/** How often another may save between reading and writing; each time one save has gone through. */
const tries = 25;

/** A change of a model as it is to be checked and saved. */
type Change = Readonly<Record<string, unknown>>;

/**
 * Changes a model by a merge patch, where a revision stands that the tags name. Where another save came in between, the change is made of
 * what stands then, as long as the tags name that too: "*" means whatever is there.
 */
export async function changeModel(
  access: EditAccess,
  tags: EntityTags,
  change: Change,
  origin: RequestOrigin,
): Promise<Response> {
  for (let n = 0; n < tries; n++) {
    const model = await loadModel(access);
    if (model === null) return problem(404, modelGone);
    if (!namesRevision(tags, model.revision)) return stale(model.revision);
    const answer = await saveChange(access, model, change, origin);
    if (answer !== "stale") return answer;
  }
  return problem(409, "Others are saving this model just now, so nothing was changed. Send the change again.");
}

function stale(revision: number): Response {
  return problem(
    412,
    `Revision ${revision} stands now, so nothing was changed. Read the model and send the change again.`,
    { revision },
    { etag: etagOf(revision) },
  );
}

/** The notes that a change is made on: money of ranges as its rate leaves it, and no range that it puts one of another kind for. */
function notesUnder(model: Relabelled, change: Change): Notes {
  const { currency = model.currency, currencyRate = model.currencyRate, notes: changes } = change;
  const isRead = typeof currency === "string" && typeof currencyRate === "number";
  const notes = isRead ? relabelledNotes(model, { currency, currencyRate }) : model.notes;
  return Object.fromEntries(
    Object.entries(notes).map(([key, { range, ...rest }]) => {
      const kind = (changes as Record<string, { range?: { kind?: unknown } | null } | null> | null)?.[key]?.range?.kind;
      return [key, { ...rest, ...(range && (kind ?? range.kind) === range.kind && { range }) }];
    }),
  );
}

async function saveChange(
  access: EditAccess,
  model: CostModelFull,
  { modelVersion: to = model.modelVersion, ...change }: Change,
  origin: RequestOrigin,
): Promise<Response | "stale"> {
  if (to !== model.modelVersion && to !== modelVersion) {
    const message =
      model.modelVersion === modelVersion
        ? `modelVersion can only be ${modelVersion}: the model is at the present version.`
        : `modelVersion can only be ${model.modelVersion}, which the model keeps to, or ${modelVersion}, the present one.`;
    return problem(422, "Nothing was changed.", { faults: [{ key: "modelVersion", message }] });
  }
  const isMoved = to !== model.modelVersion;
  // Defaults of the version that the model keeps to are none of its figures: a change of the rate takes them along.
  const inputs = ownInputs(model.inputs, model.currencyRate, declaredOf(model.modelVersion, model.currencyRate));
  const notes = notesUnder({ ...model, inputs }, change);
  const checked = checkDraft(mergePatch({ ...draftOf(model), inputs, notes }, change), (rate) => declaredOf(to, rate));
  if (!checked.ok) return problem(422, "Nothing was changed.", { faults: checked.faults });
  const { currencyRate } = checked.draft;
  const listed = listedInputs(checked.draft.inputs, currencyRate, declaredOf(to, currencyRate));
  const draft = { ...checked.draft, inputs: listed };
  // What is not given stays as it is, the figures of money too: those of scenarios follow.
  const kept = currencyRate / model.currencyRate;
  const given = { revision: model.revision, draft, kept };
  const outcome = await saveModel(access, given, origin, isMoved ? { modelVersion: to, note: movedNote } : {});
  switch (outcome.kind) {
    case "stale":
      return "stale";
    case "invalid":
      return problem(422, "Nothing was changed.", { faults: outcome.faults });
    case "refused":
      // Archived meanwhile, or deleted.
      return (await loadModel(access)) ? problem(409, outcome.message) : problem(404, modelGone);
    case "later":
      return problem(
        409,
        "Others are changing this model's scenarios just now, so nothing was changed. Send the change again.",
      );
    case "saved": {
      const saved = await loadModel(access);
      return saved ? modelResponse(saved) : problem(404, modelGone);
    }
  }
}
