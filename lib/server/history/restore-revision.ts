import "server-only";
import type { RestoreOutcome } from "@/lib/schemas/history";
import type { EditAccess } from "@/lib/server/access";
import { saveModel } from "@/lib/server/models/save-model";
import type { RequestOrigin } from "@/lib/server/request";
import { inScope } from "@/lib/server/scope";
import { getRevision } from "./get-revision";

/** How often somebody else may save in between before it is given up. */
const tries = 5;

/**
 * Makes an earlier revision the newest: what it held is saved again, under the version of the model it was saved with, and what stood until now stays in the history. Nothing is lost, so
 * nothing is asked; whoever has the model open gets it as any other save.
 */
export async function restoreRevision(
  access: EditAccess,
  number: number,
  origin: RequestOrigin,
): Promise<RestoreOutcome> {
  const { modelId, organisationId, scope } = access;
  const revision = await getRevision(access, number);
  if (revision === null) {
    return { ok: false, message: `This model has no revision ${number}. Load the page again to see which there are.` };
  }
  for (let n = 0; n < tries; n++) {
    const model = await inScope(scope, (tx) =>
      tx.costModel.findFirst({ where: { id: modelId, organisationId, deletedAt: null }, select: { revision: true } }),
    );
    const before = model?.revision ?? 0;
    const { draft, modelVersion } = revision;
    const outcome = await saveModel(access, { revision: before, draft }, origin, { restored: number, modelVersion });
    if (outcome.kind === "saved") return { ok: true, number: outcome.revision, before };
    if (outcome.kind === "invalid")
      return { ok: false, message: outcome.faults.map(({ message }) => message).join(" ") };
    if (outcome.kind === "refused") return { ok: false, message: outcome.message };
  }
  return { ok: false, message: "Others are saving this model just now. Nothing was changed; try again." };
}
