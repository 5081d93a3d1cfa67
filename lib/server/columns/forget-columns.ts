import "server-only";
import { z } from "zod";
import type { NamedColumns } from "@/lib/import/rows/named-columns";
import { rowTables } from "@/lib/model/rows/own-rows";
import { type Outcome, refused } from "@/lib/outcome";
import { text } from "@/lib/schemas/text";
import type { OrganisationManageAccess, OrganisationViewAccess } from "@/lib/server/access/organisation";
import { recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { formerMember } from "@/lib/text/former-member";
import { mostNames, refuseTooOften } from "./column-names";

export const forgottenColumnsSchema = z.strictObject({
  table: z.enum(rowTables),
  names: z.array(text("Name").max(100)).min(1).max(mostNames),
});

/** What an organisation reads columns as, by table: which were named, by whom and when. Tables without any are left out. */
export async function listColumnNames({ scope, organisationId }: OrganisationViewAccess): Promise<NamedColumns[]> {
  const rows = await inScope(scope, (tx) =>
    tx.columnName.findMany({
      where: { organisationId },
      orderBy: { name: "asc" },
      select: { rowTable: true, name: true, key: true, changedAt: true, changedBy: { select: { name: true } } },
    }),
  );
  return rowTables.flatMap((table) => {
    const columns = rows
      .filter(({ rowTable }) => rowTable === table)
      .map(({ name, key, changedAt, changedBy }) => ({
        name,
        key: key === "" ? null : key,
        changedAt: changedAt.toISOString(),
        changedBy: changedBy?.name ?? formerMember,
      }));
    return columns.length === 0 ? [] : [{ table, columns }];
  });
}

/** Forgets what some columns of a table are read as: the next import asks again. */
export async function forgetColumns(
  access: OrganisationManageAccess,
  { table, names }: z.infer<typeof forgottenColumnsSchema>,
  origin: RequestOrigin,
): Promise<Outcome> {
  const { organisationId } = access;
  const tooOften = await refuseTooOften(access);
  if (tooOften) return tooOften;
  return inScope(access.scope, async (tx): Promise<Outcome> => {
    const where = { organisationId, rowTable: table, name: { in: names } };
    const { count } = await tx.columnName.deleteMany({ where });
    if (count === 0) return refused("form", "These columns are forgotten already. Reload the page.", "gone");
    await recordEvent(tx, access, origin, {
      action: "organisation.columns-forgotten",
      subjectType: "organisation",
      subjectId: organisationId,
      detail: { table, columns: count },
    });
    return { ok: true };
  });
}
