import { asOwner } from "./as-owner";

/**
 * Has the database refuse new rows of a table for one organisation while the work is done, as a fault of its own would: what is made in
 * one transaction must then not be there at all.
 *
 * @param condition of a row that is refused, in SQL: `new.name = 'Third'`
 */
export async function whileRefused(
  table: string,
  { organisationId }: { organisationId: string },
  condition: string,
  work: () => Promise<void>,
): Promise<void> {
  const name = `refuse_${organisationId.replaceAll("-", "")}`;
  await asOwner(
    `create function public.${name}() returns trigger language plpgsql as
     $$ begin raise exception 'refused for a test'; end $$`,
    [],
  );
  await asOwner(
    `create trigger ${name} before insert on public.${table} for each row
     when (new.organisation_id = '${organisationId}' and ${condition}) execute function public.${name}()`,
    [],
  );
  try {
    await work();
  } finally {
    await asOwner(`drop function public.${name}() cascade`, []);
  }
}
