import "server-only";
import type { RowTable } from "@/lib/model/rows/own-rows";
import type { ViewAccess } from "@/lib/server/access/model";
import type { ReadTransaction } from "@/lib/server/runtime/read-scope";

/** What a column of a table is read as; the key is empty where it is read over. */
export interface StoredColumnName {
  rowTable: RowTable;
  name: string;
  key: string;
}

/** The names that an organisation has stated, by name. */
export function columnNameRows(
  tx: ReadTransaction,
  { organisationId }: Pick<ViewAccess, "organisationId">,
): Promise<StoredColumnName[]> {
  return tx.$queryRaw<StoredColumnName[]>`
    select row_table as "rowTable", name, key from column_names
    where organisation_id = ${organisationId}::uuid order by name`;
}
