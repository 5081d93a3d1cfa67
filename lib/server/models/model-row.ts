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
import { monthText } from "./start-month";

/** The model as pages see it; within the access's scope, and by its organisation and id both. */
export async function readModel(tx: ReadTransaction, access: ViewAccess): Promise<CostModelFull | null> {
  // One statement, with the two names beside: it is read before every page, save and export of a model.
  const [row] = await tx.$queryRaw<FoundRow[]>`
    select c.id, c.name, c.description, c.start_month as "startMonth", c.fiscal_year_start as "fiscalYearStart", c.currency,
           c.currency_rate as "currencyRate", c.currency_rate_date as "currencyRateDate", c.template_key as "templateKey",
           c.model_version as "modelVersion", c.inputs, c.custom_lines as "customLines", c.notes, c.headline, c.revision,
           c.changed_at as "changedAt", c.archived_at as "archivedAt", o.name as "organisationName", u.name as "authorName"
    from cost_models c
    join organisations o on o.id = c.organisation_id
    left join lateral (select r.author_id from revisions r
                       where r.model_id = c.id and r.organisation_id = c.organisation_id order by r.number desc limit 1) r on true
    left join users u on u.id = r.author_id
    where c.id = ${access.modelId}::uuid and c.organisation_id = ${access.organisationId}::uuid and c.deleted_at is null`;
  if (row === undefined) return null;
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
    ...(row.modelVersion !== modelVersion && keptTo({ ...row, ...figures })),
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

interface FoundRow {
  id: string;
  name: string;
  description: string;
  startMonth: Date;
  fiscalYearStart: number;
  currency: string;
  currencyRate: number;
  currencyRateDate: Date | null;
  templateKey: string | null;
  modelVersion: number;
  inputs: unknown;
  customLines: unknown;
  notes: unknown;
  headline: string | null;
  revision: number;
  changedAt: Date;
  archivedAt: Date | null;
  organisationName: string;
  authorName: string | null;
}

/** What tells a model of an earlier version from what it would be under the present one. */
function keptTo(row: Headlined & { modelVersion: number; headline: string | null }) {
  const released = releasedBy(row.modelVersion) ?? [];
  const isOther = row.headline !== null && row.headline !== headlineOf(row);
  return { released, ...(isOther && { answerThen: row.headline ?? "" }) };
}
