import { figureTables, noRows, type OwnRows } from "./own-rows";

/** Rows without what results do not rest on: names, notes, sources, a bill. Formulas are declared anew for another name, and for these are not. */
export function withoutNames(rows: OwnRows): OwnRows {
  const bare = ({ note: _, source: __, ...row }: OwnRows[(typeof figureTables)[number]][number]) =>
    "role" in row ? { ...row, role: "" } : { ...row, label: "" };
  return { ...noRows, ...Object.fromEntries(figureTables.map((table) => [table, rows[table].map(bare)])) };
}
