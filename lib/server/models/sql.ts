import "server-only";
import type { ModelShelf, ModelSort } from "@/lib/draft/model-listing";
import type { ViewAccess } from "@/lib/server/access/model";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import type { Stretch } from "@/lib/server/lists/read-page";
import { hasWords, limitOf, writtenOut } from "@/lib/server/lists/sql";
import type { AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import type { ReadTransaction } from "@/lib/server/runtime/read-scope";
import { Prisma, type ShareRole } from "@/prisma/generated/client";
import type { ModelPlace } from "./model-place";

interface Sought {
  shelf: ModelShelf | "any";
  search: string;
}

/** Which models a list is of, and whose list it is. */
export interface Listed extends Sought {
  user: AuthenticatedUser;
  /** The one of their own organisations that they work in; what others share with them is listed beside it. */
  workingIn?: AuthorizedOrganisationId | undefined;
}

/** A list that keeps to one organisation of the person's, as an API token does. */
export interface ListedWithin extends Sought {
  within: OrganisationViewAccess;
}

/** What a program is told of a model in a list. */
export interface ListedEntry {
  id: string;
  name: string;
  nameFolded: string;
  headline: string | null;
  changedAt: Date;
  organisationId: string;
  authorName: string | null;
}

/** What a page shows of one. */
export interface ListedRow extends ListedEntry {
  verdict: string | null;
  decided: { number: number; architecture: string; at: string } | null;
  deletedAt: Date | null;
  isPrivate: boolean;
  organisationName: string;
  isOwn: boolean;
  canManage: boolean;
  /** Where it is shared from elsewhere. */
  shareRole: ShareRole | null;
}

const shelves: Record<ModelShelf | "any", Prisma.Sql> = {
  any: Prisma.sql`true`,
  current: Prisma.sql`c.archived_at is null and c.deleted_at is null`,
  archived: Prisma.sql`c.archived_at is not null and c.deleted_at is null`,
  deleted: Prisma.sql`c.deleted_at is not null`,
};

/** Names by the folded one, in code points: the comparisons that the index "cost_models_current_by_name" is made for. */
const orders = {
  changed: Prisma.sql`c.changed_at, c.id`,
  "-changed": Prisma.sql`c.changed_at desc, c.id desc`,
  name: Prisma.sql`c.name_folded using ~<~, c.id`,
  "-name": Prisma.sql`c.name_folded using ~>~, c.id desc`,
} satisfies Record<ModelSort, Prisma.Sql>;

/** Behind a place in the order of the sort. */
function behind(sort: ModelSort, [key, id]: ModelPlace): Prisma.Sql {
  switch (sort) {
    case "changed":
      return Prisma.sql`(c.changed_at, c.id) > (${new Date(key)}, ${id}::uuid)`;
    case "-changed":
      return Prisma.sql`(c.changed_at, c.id) < (${new Date(key)}, ${id}::uuid)`;
    case "name":
      return Prisma.sql`c.name_folded ~>=~ ${key} and (c.name_folded ~>~ ${key} or c.id > ${id}::uuid)`;
    case "-name":
      return Prisma.sql`c.name_folded ~<=~ ${key} and (c.name_folded ~<~ ${key} or c.id < ${id}::uuid)`;
  }
}

const turned: Record<ModelSort, ModelSort> = {
  changed: "-changed",
  "-changed": "changed",
  name: "-name",
  "-name": "name",
};

const columns = Prisma.sql`c.id, c.name, c.name_folded, c.headline, c.verdict, c.changed_at, c.deleted_at, c.is_private, c.organisation_id`;

const soughtBy = ({ shelf, search }: Sought, more: Prisma.Sql) =>
  Prisma.sql`${shelves[shelf]} and ${hasWords(Prisma.sql`c.name_folded`, search)} and ${more}`;

/** What members see whom the model c is not of, and who do not run its organisation. A deleted one is seen by those only who may restore it. */
function orOpen(me: Prisma.Sql, shelf: Sought["shelf"]): Prisma.Sql {
  if (shelf === "deleted") return Prisma.empty;
  return Prisma.sql`or (c.deleted_at is null and (not c.is_private or exists (
    select from shares s where s.model_id = c.id and s.organisation_id = c.organisation_id and s.user_id = ${me})))`;
}

/**
 * The models of the person's organisations, and those shared with them from elsewhere, in two parts: the first reads an index in order
 * and ends once it has enough, the second reads what was shared. Row-level security says who sees what; this says it too.
 *
 * @param more further conditions on the model c
 * @param end the order and the limit of each part
 */
function parts(listed: Listed, more: Prisma.Sql, end: Prisma.Sql): Prisma.Sql {
  const { user, workingIn, shelf } = listed;
  const me = Prisma.sql`${user.id}::uuid`;
  const where = soughtBy(listed, more);
  const ofOrganisations = Prisma.sql`
    select c.*, true as is_own from mine m cross join lateral (
      select ${columns}, m.role <> 'member' or c.creator_id is not distinct from ${me} as can_manage
      from cost_models c
      where c.organisation_id = m.organisation_id and ${where}
        and (m.role <> 'member' or c.creator_id = ${me} ${orOpen(me, shelf)})
      ${end}) c
    ${workingIn === undefined ? Prisma.empty : Prisma.sql`where m.organisation_id = ${workingIn}::uuid`}`;
  if (shelf === "deleted") return ofOrganisations;
  // From the shares to their models (offset 0 has PostgreSQL keep to that): the other way it goes through everybody's models.
  return Prisma.sql`${ofOrganisations}
    union all
    (select ${columns}, false as can_manage, false as is_own
     from shares s cross join lateral (
       select * from cost_models where organisation_id = s.organisation_id and id = s.model_id offset 0) c
     where s.user_id = ${me} and s.organisation_id not in (select organisation_id from mine)
       and c.deleted_at is null and ${where}
     ${end})`;
}

/**
 * The models of one organisation. Who the person is in it is proven, so nothing is joined to it, and what members may not see is asked of
 * members alone: to open a plan takes as long as it has tables with policies, and for a short list most of the time.
 */
function within(listed: ListedWithin, more: Prisma.Sql, end: Prisma.Sql): Prisma.Sql {
  const { user, organisationId, role } = listed.within;
  const me = Prisma.sql`${user.id}::uuid`;
  const seen = role === "member" ? Prisma.sql`and (c.creator_id = ${me} ${orOpen(me, listed.shelf)})` : Prisma.empty;
  return Prisma.sql`
    select ${columns} from cost_models c
    where c.organisation_id = ${organisationId}::uuid and ${soughtBy(listed, more)} ${seen}
    ${end}`;
}

function mine({ user }: Listed): Prisma.Sql {
  return Prisma.sql`mine as materialized (
    select organisation_id, role from memberships where user_id = ${user.id}::uuid)`;
}

export interface ModelStretch extends Stretch<ModelPlace> {
  sort: ModelSort;
}

/** From the models c, of which each has the person of its last revision beside it. */
const withAuthors = Prisma.sql`
    left join lateral (select r.author_id from revisions r where r.model_id = c.id and r.organisation_id = c.organisation_id
                       order by r.number desc limit 1) r on true
    left join users u on u.id = r.author_id`;

const entryColumns = Prisma.sql`c.id, c.name, c.name_folded as "nameFolded", c.headline, c.changed_at as "changedAt",
           c.organisation_id as "organisationId", u.name as "authorName"`;

function placed({ sort, after, before }: ModelStretch): { more: Prisma.Sql; by: Prisma.Sql } {
  const order = before ? turned[sort] : sort;
  const place = before ?? after;
  return { more: place ? behind(order, place) : Prisma.sql`true`, by: orders[order] };
}

/** A stretch of the list, in its order; before a place, the nearest first. */
export function listedRows(tx: ReadTransaction, listed: Listed, stretch: ModelStretch): Promise<ListedRow[]> {
  const { limit, offset = 0 } = stretch;
  const { more, by } = placed(stretch);
  const end =
    offset === 0 ? Prisma.sql`order by ${by} ${limitOf(stretch)}` : Prisma.sql`order by ${by} limit ${offset + limit}`;
  return tx.$queryRaw<ListedRow[]>`
    with ${mine(listed)}, page as materialized (
      select * from (${parts(listed, more, end)}) c
      order by ${by} ${limitOf(stretch)})
    select ${entryColumns}, c.verdict, c.deleted_at as "deletedAt", c.is_private as "isPrivate", o.name as "organisationName",
           (select json_build_object('number', d.number, 'architecture', d.architecture, 'at', d.decided_at) from decisions d
            where d.model_id = c.id and d.organisation_id = c.organisation_id and d.state = 'approved') as decided,
           c.is_own as "isOwn", c.can_manage as "canManage",
           case when not c.is_own then
             (select s.role::text from shares s where s.model_id = c.id and s.user_id = ${listed.user.id}::uuid) end as "shareRole"
    from page c
    join organisations o on o.id = c.organisation_id ${withAuthors}
    order by ${by}`;
}

/** The same of a list within one organisation, without what pages alone show. */
export function listedEntries(
  tx: ReadTransaction,
  listed: ListedWithin,
  stretch: ModelStretch,
): Promise<ListedEntry[]> {
  const { more, by } = placed(stretch);
  const end = Prisma.sql`order by ${by} ${limitOf(stretch)}`;
  return tx.$queryRaw<ListedEntry[]>`
    with page as materialized (${within(listed, more, end)})
    select ${entryColumns} from page c ${withAuthors} order by ${by}`;
}

/** How many models the list has, in a scope that reads by index; more than `most` are not counted, and give one more. */
export async function countListed(tx: ReadTransaction, listed: Listed | ListedWithin, most: number): Promise<number> {
  const enough = Prisma.sql`limit ${writtenOut(most + 1)}`;
  // In an order, though it does not matter to a count, so that it is read from the index.
  const end = listed.shelf === "any" ? enough : Prisma.sql`order by ${orders["-changed"]} ${enough}`;
  const counted =
    "within" in listed
      ? Prisma.sql`select count(*)::int as count from (${within(listed, Prisma.sql`true`, end)}) c`
      : Prisma.sql`with ${mine(listed)}
          select count(*)::int as count from (select from (${parts(listed, Prisma.sql`true`, end)}) c ${enough}) c`;
  const rows = await tx.$queryRaw<{ count: number }[]>(counted);
  return rows[0]?.count ?? 0;
}

/** What is stored of a model's draft. */
export interface StoredDraftRow {
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
  rows: unknown;
  notes: unknown;
  uncertainty: unknown;
}

/** A model with the two names beside it. */
export interface ModelRow extends StoredDraftRow {
  id: string;
  headline: string | null;
  revision: number;
  changedAt: Date;
  archivedAt: Date | null;
  organisationName: string;
  authorName: string | null;
}

/** In one statement: it is read before every page, save and export of a model. */
export async function findModelRow(
  tx: ReadTransaction,
  { modelId, organisationId }: ViewAccess,
): Promise<ModelRow | null> {
  const rows = await tx.$queryRaw<ModelRow[]>`
    select c.id, c.name, c.description, c.start_month as "startMonth", c.fiscal_year_start as "fiscalYearStart", c.currency,
           c.currency_rate as "currencyRate", c.currency_rate_date as "currencyRateDate", c.template_key as "templateKey",
           c.model_version as "modelVersion", c.inputs, c.custom_lines as "customLines", c.rows, c.notes, c.uncertainty, c.headline, c.revision,
           c.changed_at as "changedAt", c.archived_at as "archivedAt", o.name as "organisationName", u.name as "authorName"
    from cost_models c
    join organisations o on o.id = c.organisation_id
    left join lateral (select r.author_id from revisions r
                       where r.model_id = c.id and r.organisation_id = c.organisation_id order by r.number desc limit 1) r on true
    left join users u on u.id = r.author_id
    where c.id = ${modelId}::uuid and c.organisation_id = ${organisationId}::uuid and c.deleted_at is null`;
  return rows[0] ?? null;
}

/** A scenario as it is stored; inputs and rows are checked by who reads them. */
export interface StoredScenario {
  id: string;
  name: string;
  inputs: unknown;
  rows: unknown;
  currencyRate: number;
  revision: number;
  changedAt: Date;
  changedBy: { name: string } | null;
}

/** The scenarios of a model in the order in which they were made. */
export function scenarioRows(
  tx: ReadTransaction,
  { modelId, organisationId }: Pick<ViewAccess, "modelId" | "organisationId">,
): Promise<StoredScenario[]> {
  return tx.$queryRaw<StoredScenario[]>`
    select s.id, s.name, s.inputs, s.rows, s.currency_rate as "currencyRate", s.revision, s.changed_at as "changedAt",
           case when u.id is null then null else jsonb_build_object('name', u.name) end as "changedBy"
    from scenarios s left join users u on u.id = s.changed_by_id
    where s.model_id = ${modelId}::uuid and s.organisation_id = ${organisationId}::uuid
    order by s.created_at, s.id`;
}
