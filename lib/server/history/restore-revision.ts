import "server-only";
import type { RestoreOutcome } from "@/lib/draft/history";
import { refused } from "@/lib/outcome";
import type { EditAccess } from "@/lib/server/access/model";
import { saveModel } from "@/lib/server/models/save-model";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { getRevision } from "./get-revision";

/** How often someone else may save in between before it is given up. */
const tries = 5;

/**
 * Makes an earlier revision the newest: what it held is saved again, under the version of the model it was saved with, and what stood until now stays in the history. Nothing is lost, so
 * nothing is asked; people who have the model open get it like every save.
 */
export async function restoreRevision(
  access: EditAccess,
  number: number,
  origin: RequestOrigin,
): Promise<RestoreOutcome> {
  const { modelId, organisationId, scope } = access;
  const revision = await getRevision(access, number);
  if (revision === null) {
    return refused("form", `This model has no revision ${number}. Load the page again to see which there are.`);
  }
  for (let n = 0; n < tries; n++) {
    const { before, kept } = await inScope(scope, async (tx) => {
      const model = await tx.costModel.findFirst({
        where: { id: modelId, organisationId, deletedAt: null },
        select: { revision: true },
      });
      const since = await tx.revision.findMany({
        where: { modelId, organisationId, number: { gt: number } },
        select: { moneyKept: true },
      });
      return { before: model?.revision ?? 0, kept: keptBackTo(since) };
    });
    const { draft, modelVersion } = revision;
    const restoring = { restored: number, modelVersion };
    const outcome = await saveModel(access, { revision: before, draft, kept }, origin, restoring);
    if (outcome.kind === "saved") return { ok: true, number: outcome.revision, before };
    if (outcome.kind === "refused") return refused("form", outcome.message);
    if (outcome.kind === "invalid") return { ok: false, faults: outcome.faults };
  }
  return refused("form", "Others are saving this model just now. Nothing was changed; try again.");
}

/**
 * Where the currency was changed since and figures were kept, the revision's own money comes back as it was typed: what is typed in
 * scenarios is kept as it was then, and for the rest of the change it is converted.
 */
function keptBackTo(since: readonly { moneyKept: number }[]): number {
  const kept = since.reduce((product, { moneyKept }) => product * moneyKept, 1);
  // What was changed and changed back leaves the dust of a double.
  return Math.abs(kept - 1) < 1e-12 ? 1 : 1 / kept;
}
