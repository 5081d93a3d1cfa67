import "server-only";
import { z } from "zod";
import { isColumnKey } from "@/lib/import/rows/columns";
import { plainName } from "@/lib/import/rows/known-columns";
import { type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import { type Outcome, type Refusal, refused } from "@/lib/outcome";
import { text } from "@/lib/schemas/text";
import type { EditAccess, ViewAccess } from "@/lib/server/access/model";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { type Actor, recordEvent } from "@/lib/server/audit/record-event";
import { refuseAbove } from "@/lib/server/runtime/limits/rate-limits";
import { readInScope } from "@/lib/server/runtime/read-scope";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import { columnNameRows } from "./sql";

/** What columns are read as by table and plain name; null reads over one. */
export type ColumnNames = Partial<Record<RowTable, readonly (readonly [name: string, key: string | null])[]>>;

/** So many names an organisation has of one table. */
export const mostNames = 500;

const limit = { points: 60, seconds: 60 };

const mayBeKey = "What a column is read as is not known here: the page is out of date. Reload it.";

export const namedColumnsSchema = z
  .strictObject({
    table: z.enum(rowTables),
    columns: z
      .array(z.strictObject({ name: text("Name").max(100), key: text("Key").max(60).nullable() }))
      .min(1)
      .max(200),
  })
  .refine(({ table, columns }) => columns.every(({ key }) => key === null || isColumnKey(table, key)), mayBeKey);

/** Counts a change of what columns are read as, or says that there were too many. */
export function refuseTooOften({ user }: { user: AuthenticatedUser }): Promise<Refusal | null> {
  const message = `You have named columns ${limit.points} times within a minute. Wait a minute, then try again.`;
  return refuseAbove("columns", user.id, limit, message);
}

/** The names that the organisation of a model has stated; none for those who do not belong to it. */
export async function loadColumnNames(access: ViewAccess): Promise<ColumnNames> {
  const rows = await readInScope(access.scope, (tx) => columnNameRows(tx, access));
  const of = (table: RowTable) =>
    rows.flatMap(({ rowTable, name, key }) => (rowTable === table ? [[name, key === "" ? null : key] as const] : []));
  return Object.fromEntries(rowTables.map((table) => [table, of(table)]));
}

/** Remembers what columns are read as, for everybody in the organisation of a model; those with whom it is shared leave no trace there. */
export async function rememberColumns(
  access: EditAccess,
  said: z.infer<typeof namedColumnsSchema>,
  origin: RequestOrigin,
): Promise<Outcome> {
  const { organisationId, user, modelId } = access;
  const tooOften = await refuseTooOften(access);
  if (tooOften) return tooOften;
  return inScope(access.scope, async (tx): Promise<Outcome> => {
    const isMember = (await tx.membership.count({ where: { organisationId, userId: user.id } })) > 0;
    if (!isMember) return refused("form", "Only people of the organisation name its columns.", "forbidden");
    return writeNames(tx, access, said, origin, { model: modelId });
  });
}

/** Says what columns are read as, beside any model. */
export async function nameColumns(
  access: OrganisationManageAccess,
  said: z.infer<typeof namedColumnsSchema>,
  origin: RequestOrigin,
): Promise<Outcome> {
  const tooOften = await refuseTooOften(access);
  return tooOften ?? inScope(access.scope, (tx) => writeNames(tx, access, said, origin, {}));
}

async function writeNames(
  tx: ScopedTransaction,
  access: Actor,
  { table, columns }: z.infer<typeof namedColumnsSchema>,
  origin: RequestOrigin,
  detail: { model?: string },
): Promise<Outcome> {
  const { organisationId, user } = access;
  const named = new Map(columns.map(({ name, key }) => [storedName(name), key ?? ""]));
  named.delete("");
  const where = { organisationId, rowTable: table };
  const known = await tx.columnName.findMany({ where, select: { name: true, key: true } });
  const before = new Map(known.map(({ name, key }) => [name, key]));
  const changed = [...named].filter(([name, key]) => before.get(name) !== key);
  if (changed.length === 0) return { ok: true };
  if (before.size + changed.filter(([name]) => !before.has(name)).length > mostNames)
    return refused("form", "Your organisation has named too many columns. Use fewer names.");
  for (const [name, key] of changed) {
    const said = { key, changedById: user.id, changedAt: new Date() };
    const { count } = await tx.columnName.createMany({ data: { ...where, name, ...said }, skipDuplicates: true });
    if (count === 0) await tx.columnName.updateMany({ where: { ...where, name }, data: said });
  }
  await recordEvent(tx, access, origin, {
    action: "organisation.columns-named",
    subjectType: "organisation",
    subjectId: organisationId,
    detail: { ...detail, columns: changed.length },
  });
  return { ok: true };
}

/** A name as it is kept: without capitals, spaces and marks. */
export const storedName = (name: string) => plainName(name).slice(0, 100);
