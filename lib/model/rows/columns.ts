import { fieldsOfTable, type RowField, type RowNumber } from "./fields";
import type { RowTable } from "./own-rows";

/** What a column of a table of rows holds, in files and where rows are pasted. */
export type RowColumn =
  | { readonly kind: "id" }
  | { readonly kind: "field"; readonly key: string; readonly field: RowField }
  /** Low and high of a figure in one cell, "3600; 5400". */
  | { readonly kind: "range"; readonly key: string; readonly field: RowNumber };

/** The columns of a table by their keys, in order: the id, each field, and behind a figure that may have ends its range. */
export function rowColumns(table: RowTable): ReadonlyMap<string, RowColumn> {
  const fields: [string, RowField][] = Object.entries(fieldsOfTable[table]);
  return new Map<string, RowColumn>([
    ["id", { kind: "id" }],
    ...fields.flatMap(([key, field]): [string, RowColumn][] => {
      const column: [string, RowColumn] = [key, { kind: "field", key, field }];
      return "hasEnds" in field && field.hasEnds ? [column, [`${key}Range`, { kind: "range", key, field }]] : [column];
    }),
  ]);
}
