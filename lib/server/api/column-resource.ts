import "server-only";
import { fieldColumns, isColumnKey } from "@/lib/import/rows/columns";
import { type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import { tableNames } from "@/lib/model/rows/table-names";
import { type Outcome, refused } from "@/lib/outcome";
import { storedName } from "@/lib/server/columns/column-names";

/** The column that an address names, by its name as it is kept, and what it is to be read as. */
export function namedColumn(
  given: { table: string; name: string },
  key: string | null,
): Outcome<{ table: RowTable; name: string; key: string | null }> {
  const table = rowTables.find((one) => one === given.table);
  if (table === undefined) {
    const message = `There is no table "${given.table.slice(0, 60)}". Tables are ${rowTables.join(", ")}.`;
    return refused("table", message, "gone");
  }
  const name = storedName(given.name);
  if (name === "") return refused("name", "The name of a column must have a letter or a digit.");
  if (key !== null && !isColumnKey(table, key)) {
    const keys = fieldColumns(table).map((column) => column.key);
    return refused(
      "key",
      `A column of ${tableNames[table].toLowerCase()} is read as one of ${keys.join(", ")}, or null.`,
    );
  }
  return { ok: true, table, name, key };
}
