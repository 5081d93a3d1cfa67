import "server-only";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import { inScope } from "@/lib/server/runtime/scope";

/** A table whose rows belong to an organisation, with the columns that the application may read: no hash is among them. */
export interface TenantTable {
  name: string;
  columns: string[];
  key: string[];
}

/** All of them, from the database's own catalogue, so that a table that is added later is exported too. */
export async function tenantTables(access: OrganisationManageAccess): Promise<TenantTable[]> {
  return inScope(
    access.scope,
    (tx) => tx.$queryRaw<TenantTable[]>`
      select c.relname::text as name,
             array_agg(a.attname::text order by a.attnum) as columns,
             (select array_agg(k.attname::text order by k.attnum) from pg_index i
                join pg_attribute k on k.attrelid = i.indrelid and k.attnum = any (i.indkey)
              where i.indrelid = c.oid and i.indisprimary) as key
      from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped
        and has_column_privilege(c.oid, a.attnum, 'SELECT')
        and exists (select from pg_attribute o where o.attrelid = c.oid and o.attname = 'organisation_id')
      group by c.oid, c.relname order by c.relname`,
  );
}

const piece = 500;

/** Rows of the organisation in a table, as lines of a JSON array, read in pieces. */
export async function* tableJson(access: OrganisationManageAccess, table: TenantTable): AsyncGenerator<string> {
  // Names come from the catalogue and are quoted; what a request says is never among them.
  const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;
  const columns = table.columns.map(quoted).join(", ");
  const statement = `select to_jsonb(t) as row from (select ${columns} from public.${quoted(table.name)}
    where organisation_id = $1::uuid order by ${table.key.map(quoted).join(", ")} limit ${piece} offset $2::int) t`;
  let separator = "[\n";
  for (let offset = 0; ; offset += piece) {
    const rows = await inScope(access.scope, (tx) =>
      tx.$queryRawUnsafe<{ row: unknown }[]>(statement, access.organisationId, offset),
    );
    for (const { row } of rows) {
      yield separator + JSON.stringify(row);
      separator = ",\n";
    }
    if (rows.length < piece) break;
  }
  yield separator === "[\n" ? "[]\n" : "\n]\n";
}
