import "server-only";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import type { ReadTransaction } from "@/lib/server/runtime/read-scope";
import { inScope } from "@/lib/server/runtime/scope";

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

/** All that an organisation states, and what it has removed. */
export function listFigureRows(tx: ReadTransaction, organisationId: AuthorizedOrganisationId): Promise<FigureRow[]> {
  return tx.$queryRaw<FigureRow[]>`
    select f.id, f.part, f.key, f.content, f.revision, f.changed_at as "changedAt",
           case when u.id is not null then json_build_object('name', u.name) end as "changedBy"
    from organisation_figures f left join users u on u.id = f.changed_by_id
    where f.organisation_id = ${organisationId}::uuid
    order by f.key`;
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
