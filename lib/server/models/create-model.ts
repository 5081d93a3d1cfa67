import "server-only";
import { modelVersion } from "@/lib/model/version";
import type { Fault, ModelDraft } from "@/lib/schemas/model";
import type { OrganisationViewAccess } from "@/lib/server/access";
import { recordEvent } from "@/lib/server/audit/record-event";
import { isWithinLimit } from "@/lib/server/rate-limits";
import type { RequestOrigin } from "@/lib/server/request";
import { inScope, type ScopedTransaction } from "@/lib/server/scope";
import { headlineOf } from "./headline";
import { monthDate } from "./start-month";
import { storedFigures, unreadable } from "./stored-figures";

export type CreateOutcome = { ok: true; id: string } | { ok: false; faults: Fault[] };

/**
 * Makes a model of an organisation that the person belongs to, with its first revision. The draft has passed checkDraft.
 *
 * @param also what belongs to the making; where it throws, nothing is made
 * @param version the one that it keeps to: an earlier one where it is the copy of a model that does
 */
export async function createModel(
  { user, organisationId, scope }: OrganisationViewAccess,
  draft: ModelDraft,
  templateKey: string | null,
  origin: RequestOrigin,
  also: (tx: ScopedTransaction, id: string) => Promise<void> = async () => {},
  version = modelVersion,
): Promise<CreateOutcome> {
  if (!(await isWithinLimit("models", user.id, { points: 200, seconds: 60 * 60 }))) {
    const message = "You have made 200 models within an hour. Wait, then try again.";
    return { ok: false, faults: [{ key: "form", message }] };
  }
  const faults = unreadable(draft, version);
  if (faults.length > 0) return { ok: false, faults };
  const content = {
    name: draft.name,
    description: draft.description,
    startMonth: monthDate(draft.startMonth),
    fiscalYearStart: draft.fiscalYearStart,
    currency: draft.currency,
    ...storedFigures(draft, version),
    headline: headlineOf(draft),
  };
  const id = await inScope(scope, async (tx) => {
    const model = await tx.costModel.create({
      data: { ...content, organisationId, creatorId: user.id, templateKey },
      select: { id: true },
    });
    await tx.revision.create({
      data: { ...content, organisationId, modelId: model.id, number: 1, authorId: user.id },
      select: { id: true },
    });
    await recordEvent(tx, { user, organisationId }, origin, {
      action: "model.created",
      subjectType: "model",
      subjectId: model.id,
      ...(templateKey && { detail: { template: templateKey } }),
    });
    await also(tx, model.id);
    return model.id;
  });
  return { ok: true, id };
}
