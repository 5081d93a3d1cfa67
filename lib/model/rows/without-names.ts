import { type OwnRows, type RowTable, rowTables } from "./own-rows";

const named: Record<RowTable, string> = {
  customLines: "label",
  register: "label",
  equipmentLines: "label",
  staffLines: "role",
  participantKinds: "label",
  billLines: "label",
};

/** Rows without what figures do not rest on: names, notes and sources. Formulas are declared anew for another name, and for these are not. */
export function withoutNames(rows: OwnRows): OwnRows {
  return Object.fromEntries(
    rowTables.map((table) => [
      table,
      rows[table].map(({ note: _, source: __, ...row }) => ({ ...row, [named[table]]: "" })),
    ]),
  ) as unknown as OwnRows;
}
