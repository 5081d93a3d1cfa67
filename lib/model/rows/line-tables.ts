import type { OwnRows, RowTable } from "./own-rows";

/** The tables of which an organisation may keep usual lines. */
export const lineTables = ["customLines", "equipmentLines", "staffLines"] as const satisfies readonly RowTable[];
export type LineTable = (typeof lineTables)[number];
export type LineRow = OwnRows[LineTable][number];

export function isLineTable(table: string): table is LineTable {
  return lineTables.some((one) => one === table);
}
