import "server-only";
import type { MoveOutcome } from "@/lib/draft/model";
import { movedDraft } from "@/lib/draft/moved-draft";
import type { DeclaredInputs } from "@/lib/model/currency";
import { declaredOf } from "@/lib/model/released/declared-of";
import { modelVersion } from "@/lib/model/version";
import { refused } from "@/lib/outcome";
import { checkDraft } from "@/lib/schemas/draft";
import type { EditAccess, ViewAccess } from "@/lib/server/access/model";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { draftOf } from "./draft-of";
import { loadModel } from "./get-model";
import { saveModel } from "./save-model";

/** The version of formulas and defaults that the model keeps to. */
export async function versionOf({ scope, modelId, organisationId }: ViewAccess): Promise<number> {
  const row = await inScope(scope, (tx) =>
    tx.costModel.findFirst({ where: { id: modelId, organisationId }, select: { modelVersion: true } }),
  );
  return row?.modelVersion ?? modelVersion;
}

/** The bounds that a draft of this model must keep: those of the version that the model keeps to. */
export async function boundsOf(access: ViewAccess): Promise<(rate: number) => DeclaredInputs> {
  const version = await versionOf(access);
  return (rate) => declaredOf(version, rate);
}

/** What a revision says that moved its model. */
export const movedNote = `Moved to version ${modelVersion}`;

/**
 * Moves a model, and its scenarios, to the present version, as a revision of its own: what stood stays in the history, and comes back
 * under its version where it is restored.
 *
 * @param given the revision that the person saw, and the version that they agreed to
 */
export async function moveModel(
  access: EditAccess,
  given: { revision: number; to: number },
  origin: RequestOrigin,
): Promise<MoveOutcome> {
  const refuse = (message: string): MoveOutcome => refused("form", message);
  const model = await loadModel(access);
  if (model === null) return refuse("This model is no longer yours to change.");
  if (given.to !== modelVersion) {
    return refuse(`Version ${modelVersion} is the present one, not ${given.to}. Load the page again to compare them.`);
  }
  if (model.modelVersion === modelVersion) {
    return refuse(`This model is at version ${modelVersion} already. Load the page again.`);
  }
  const changed = "Someone has changed this model meanwhile, so it was not moved. Load the page again to compare.";
  if (model.revision !== given.revision) return refuse(changed);
  const checked = checkDraft(movedDraft(draftOf(model), model.released ?? []));
  const outcome = checked.ok
    ? await saveModel(access, { revision: given.revision, draft: checked.draft }, origin, {
        modelVersion,
        note: movedNote,
      })
    : { kind: "invalid" as const, faults: checked.faults };
  switch (outcome.kind) {
    case "saved":
      return { ok: true, revision: outcome.revision };
    case "invalid":
      return refuse(`Not moved. ${outcome.faults.map(({ message }) => message).join(" ")}`);
    case "stale":
      return refuse(changed);
    default:
      return refuse(`Not moved: ${outcome.message}`);
  }
}
