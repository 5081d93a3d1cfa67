import { type OwnRows, type RowTable, rowTables } from "./own-rows";

/**
 * The rows of a table, each with an id. One without gets that of its place, so that two browsers which have read the same rows call
 * them alike. The same array where every row has one.
 */
export function withIds<R extends { readonly id?: string }>(table: RowTable, rows: readonly R[]): readonly R[] {
  if (rows.every(({ id }) => id !== undefined)) return rows;
  const taken = new Set(rows.flatMap(({ id }) => id ?? []));
  const begins = table === "customLines" ? "line" : "row";
  return rows.map((row, place) => {
    if (row.id !== undefined) return row;
    let id = `${begins}-${place + 1}`;
    while (taken.has(id)) id += "x";
    taken.add(id);
    return { id, ...row };
  });
}

/** The same of every table. */
export function withRowIds(rows: OwnRows): OwnRows {
  return Object.fromEntries(
    rowTables.map((table) => [table, withIds<OwnRows[RowTable][number]>(table, rows[table])]),
  ) as unknown as OwnRows;
}
