import "server-only";
import type { OrganisationManageAccess, OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import type { ReadTransaction } from "@/lib/server/runtime/read-scope";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import { Prisma } from "@/prisma/generated/client";

export interface FigureRow {
  id: string;
  part: string;
  key: string;
  content: unknown;
  revision: number;
  changedAt: Date;
  /** Null where the person is no longer known. */
  changedBy: { name: string } | null;
}

/**
 * All that an organisation states. Of what it has removed only the currency is read, for its revision: lines come and go,
 * and what is left of them grows for good.
 */
export function listFigureRows(tx: ReadTransaction, organisationId: AuthorizedOrganisationId): Promise<FigureRow[]> {
  return tx.$queryRaw<FigureRow[]>`
    select f.id, f.part, f.key, f.content, f.revision, f.changed_at as "changedAt",
           case when u.id is not null then json_build_object('name', u.name) end as "changedBy"
    from organisation_figures f left join users u on u.id = f.changed_by_id
    where f.organisation_id = ${organisationId}::uuid and (f.content is not null or f.part = 'currency')
    order by f.key`;
}

/** Where a figure stands: "inputs" and the key of one, or a table and the id of a line. */
interface FigurePlace {
  part: string;
  key: string;
}

const named = (figures: readonly FigurePlace[]) =>
  Prisma.sql`select * from unnest(${figures.map(({ part }) => part)}::text[], ${figures.map(({ key }) => key)}::text[])`;

/**
 * What there is of some figures, by part and key, held until the transaction ends: who would change them meanwhile waits. Always in the same
 * order, so that two files do not wait for each other.
 */
export async function holdFigures(
  tx: ScopedTransaction,
  organisationId: AuthorizedOrganisationId,
  figures: readonly FigurePlace[],
): Promise<Map<string, { id: string; revision: number; isRemoved: boolean }>> {
  const rows = await tx.$queryRaw<(FigurePlace & { id: string; revision: number; isRemoved: boolean })[]>`
    select f.id, f.part, f.key, f.revision, f.content is null as "isRemoved" from organisation_figures f
    where f.organisation_id = ${organisationId}::uuid and (f.part, f.key) in (${named(figures)})
    order by f.part, f.key for update`;
  return new Map(rows.map(({ part, key, ...row }) => [`${part} ${key}`, row]));
}

interface ChangedFigure extends FigurePlace {
  /** Null removes it. */
  content: object | null;
  /** The revision that it is written over, 0 for none. */
  before: number;
  restoredFrom: number | null;
}

/** Writes figures that are new. @returns those that were written: another person may be first with one, and a place that is named twice is one */
export function addFigures(
  tx: ScopedTransaction,
  { user, organisationId }: OrganisationManageAccess,
  figures: readonly ChangedFigure[],
): Promise<(FigurePlace & { id: string })[]> {
  if (figures.length === 0) return Promise.resolve([]);
  const sorted = figures.toSorted((one, other) => (one.part + one.key < other.part + other.key ? -1 : 1));
  return tx.organisationFigure.createManyAndReturn({
    data: sorted.map(({ part, key, content, restoredFrom }) => ({
      organisationId,
      part,
      key,
      content: content === null ? Prisma.DbNull : (content as Prisma.InputJsonObject),
      restoredFrom,
      changedById: user.id,
    })),
    skipDuplicates: true,
    select: { id: true, part: true, key: true },
  });
}

/** Writes figures that are held, each a revision more. */
export async function changeFigures(
  tx: ScopedTransaction,
  { user, organisationId }: OrganisationManageAccess,
  figures: readonly (ChangedFigure & { id: string })[],
): Promise<void> {
  if (figures.length === 0) return;
  const rows = figures.map(({ id, content, before, restoredFrom }) => ({
    id,
    content,
    revision: before + 1,
    restored_from: restoredFrom,
  }));
  await tx.$queryRaw`
    update organisation_figures f set content = n.content, revision = n.revision, restored_from = n.restored_from,
           changed_by_id = ${user.id}::uuid, changed_at = now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, content jsonb, revision int, restored_from int)
    where f.id = n.id and f.organisation_id = ${organisationId}::uuid`;
}

/** Which revision of which figure. */
export interface FigureRevision {
  figureId: string;
  number: number;
}

export function listRevisionRows(
  tx: ReadTransaction,
  organisationId: AuthorizedOrganisationId,
  which: readonly FigureRevision[],
): Promise<(FigureRevision & { content: unknown })[]> {
  return tx.$queryRaw<(FigureRevision & { content: unknown })[]>`
    select r.figure_id as "figureId", r.number, r.content
    from organisation_figure_revisions r
    where r.organisation_id = ${organisationId}::uuid
      and (r.figure_id, r.number) in (
        select * from unnest(${which.map(({ figureId }) => figureId)}::uuid[], ${which.map(({ number }) => number)}::int[]))`;
}

export interface FollowingRow {
  modelId: string;
  name: string;
  key: string;
  follows: unknown;
  inputs: unknown;
  currencyRate: number;
  modelVersion: number;
}

/** More are not listed: an organisation of a hundred models with fifty figures each has so many. */
const most = 5_000;

/** The inputs of the organisation's models, of those that the reader may see, that were taken from a figure. */
export function listFollowing({ scope, organisationId }: OrganisationViewAccess): Promise<FollowingRow[]> {
  return inScope(
    scope,
    (tx) => tx.$queryRaw<FollowingRow[]>`
      select c.id as "modelId", c.name, n.key, n.value -> 'follows' as follows, c.inputs,
             c.currency_rate as "currencyRate", c.model_version as "modelVersion"
      from cost_models c cross join lateral jsonb_each(c.notes) n
      where c.organisation_id = ${organisationId}::uuid and c.deleted_at is null
        and jsonb_typeof(n.value -> 'follows') = 'object'
      order by c.name_folded, c.id limit ${most}`,
  );
}
