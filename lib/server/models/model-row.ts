import "server-only";
import type { CostModelFull, ModelRole } from "@/lib/draft/model";
import type { ModelRights } from "@/lib/live/events";
import { releasedBy } from "@/lib/model/released/declared-of";
import { modelVersion } from "@/lib/model/version";
import type { ViewAccess } from "@/lib/server/access/model";
import { allows, isOpenTo, type ModelNeed } from "@/lib/server/access/roles";
import { type Headlined, headlineOf } from "@/lib/server/models/headline";
import { readStoredFigures } from "@/lib/server/models/stored-figures";
import type { ReadTransaction } from "@/lib/server/runtime/read-scope";
import { formerMember } from "@/lib/text/former-member";
import { findModelRow } from "./sql";
import { monthText } from "./start-month";

/**
 * The model as pages see it; within the access's scope, and by its organisation and id both.
 *
 * @param compares for the page that says what was answered then: a model of an earlier version is worked out for it
 */
export async function readModel(
  tx: ReadTransaction,
  access: ViewAccess,
  { compares = false }: { compares?: boolean } = {},
): Promise<CostModelFull | null> {
  const row = await findModelRow(tx, access);
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
    organisationName: row.organisationName,
    templateKey: row.templateKey,
    modelVersion: row.modelVersion,
    ...(row.modelVersion !== modelVersion && { released: releasedBy(row.modelVersion) ?? [] }),
    ...(row.modelVersion !== modelVersion && compares && answeredThen({ ...row, ...figures })),
    revision: row.revision,
    changedAt: row.changedAt.toISOString(),
    changedBy: row.authorName ?? formerMember,
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

/** What a model of an earlier version answered when it was saved, where it answers otherwise today. */
function answeredThen({ headline, ...row }: Headlined & { headline: string | null }): { answerThen?: string } {
  return headline === null || headline === headlineOf(row) ? {} : { answerThen: headline };
}
