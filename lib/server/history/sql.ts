import "server-only";
import type { LastChanges } from "@/lib/draft/history";
import { isMoney } from "@/lib/model/currency";
import { inputList } from "@/lib/model/inputs";
import type { ViewAccess } from "@/lib/server/access/model";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { formerMember } from "@/lib/text/former-member";

/** What was last changed before so many revisions stays unknown. */
const mostRevisions = 200;

const moneyKeys = inputList.filter((each) => each.format !== "choice" && isMoney(each)).map(({ key }) => key);

/**
 * Who last changed each input of a model, or what is noted beside it, and when, by the input's key; an input whose last change lies further
 * back than the newest 200 revisions is left out. Money that was only converted to another currency has not been changed.
 */
export async function listLastChanges({ scope, modelId, organisationId }: ViewAccess): Promise<LastChanges> {
  const rows = await readInScope(
    scope,
    (tx) => tx.$queryRaw<{ key: string; by: string | null; at: Date }[]>`
      with recent as (
        select number, author_id, created_at, currency_rate, inputs, notes from revisions
        where model_id = ${modelId}::uuid and organisation_id = ${organisationId}::uuid
        order by number desc limit ${mostRevisions + 1}
      ), pairs as (
        select *, count(*) over () as revisions, lag(currency_rate) over w as rate_before,
          lag(inputs) over w as inputs_before, lag(notes) over w as notes_before
        from recent window w as (order by number)
      ), changes as (
        select key, number, author_id, created_at from pairs, jsonb_object_keys(
          inputs || notes || coalesce(inputs_before || notes_before, '{}')) as key
        where (inputs_before is not null or revisions <= ${mostRevisions})
          and case when rate_before <> currency_rate and key = any(${moneyKeys}) then
            (inputs -> key is null) <> (inputs_before -> key is null)
              or ((notes -> key) - '{range,follows}'::text[])
                is distinct from ((notes_before -> key) - '{range,follows}'::text[])
          else inputs -> key is distinct from inputs_before -> key or notes -> key is distinct from notes_before -> key
          end
      )
      select distinct on (key) key, u.name as by, c.created_at as at
      from changes c left join users u on u.id = c.author_id
      order by key, number desc`,
  );
  return Object.fromEntries(rows.map(({ key, by, at }) => [key, { by: by ?? formerMember, at: at.toISOString() }]));
}
