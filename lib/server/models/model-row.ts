import "server-only";
import { releasedBy } from "@/lib/model/released/declared-of";
import { modelVersion } from "@/lib/model/version";
import type { ModelRights } from "@/lib/schemas/live";
import type { CostModelFull, ModelRole } from "@/lib/schemas/model";
import { allows, isOpenTo, type ModelNeed, type ViewAccess } from "@/lib/server/access";
import { type Headlined, headlineOf } from "@/lib/server/models/headline";
import { readStoredFigures } from "@/lib/server/models/stored-figures";
import type { ScopedTransaction } from "@/lib/server/scope";
import { monthText } from "./start-month";

/** The model as pages see it; within the access's scope, and by its organisation and id both. */
export async function readModel(tx: ScopedTransaction, access: ViewAccess): Promise<CostModelFull | null> {
  const row = await tx.costModel.findFirst({
    where: { id: access.modelId, organisationId: access.organisationId, deletedAt: null },
    select: {
      id: true,
      name: true,
      description: true,
      startMonth: true,
      fiscalYearStart: true,
      currency: true,
      currencyRate: true,
      currencyRateDate: true,
      templateKey: true,
      modelVersion: true,
      inputs: true,
      customLines: true,
      notes: true,
      headline: true,
      revision: true,
      changedAt: true,
      archivedAt: true,
      organisation: { select: { name: true } },
      revisions: { orderBy: { number: "desc" }, take: 1, select: { author: { select: { name: true } } } },
    },
  });
  if (row === null) return null;
  const figures = readStoredFigures(row);
  return {
    id: row.id,
    name: row.name,
    description: row.description,
    startMonth: monthText(row.startMonth),
    fiscalYearStart: row.fiscalYearStart,
    currency: row.currency,
    ...figures,
    organisationName: row.organisation.name,
    templateKey: row.templateKey,
    modelVersion: row.modelVersion,
    ...(row.modelVersion !== modelVersion && keptTo({ ...row, ...figures })),
    revision: row.revision,
    changedAt: row.changedAt.toISOString(),
    changedBy: nameOf(row.revisions),
    ...rightsIn(access.role, row.archivedAt !== null),
  };
}

/** What a role may do with a model: the one part of what readModel gives that differs between those who may read it. */
export function rightsIn(role: ModelRole, isArchived: boolean): ModelRights {
  const state = isArchived ? "archived" : "open";
  const mayNow = (need: ModelNeed) => allows(role, need) && isOpenTo(state, need);
  return {
    isArchived,
    canComment: mayNow("comment"),
    canEdit: mayNow("edit"),
    canShare: mayNow("share"),
    canUnarchive: isArchived && mayNow("manage"),
  };
}

/** What tells a model of an earlier version from what it would be under the present one. */
function keptTo(row: Headlined & { modelVersion: number; headline: string | null }) {
  const released = releasedBy(row.modelVersion) ?? [];
  const isOther = row.headline !== null && row.headline !== headlineOf(row);
  return { released, ...(isOther && { answerThen: row.headline ?? "" }) };
}

/** Who made the newest revision; whoever has since closed their account stays unnamed. */
export function nameOf(revisions: { author: { name: string } | null }[]): string {
  return revisions[0]?.author?.name ?? "Somebody who has left";
}
