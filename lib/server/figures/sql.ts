import "server-only";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import { inScope } from "@/lib/server/runtime/scope";

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
