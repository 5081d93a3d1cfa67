import { isPercentage } from "@/lib/model/inputs/declaration";
import { type RowColumn, rowColumns } from "@/lib/model/rows/columns";
import type { RowTable } from "@/lib/model/rows/own-rows";
import { plainName } from "./known-columns";

/** What a column of a table is read as. */
export type ReadColumn =
  | RowColumn
  /** Figures that are typed as percentages, without the sign: 5 for 0.05. */
  | (Extract<RowColumn, { kind: "field" }> & { readonly isInPercent?: boolean })
  /** A day or month of purchase, in place of an age. */
  | { readonly kind: "bought" };

/** The names of columns that a person may give, beside keys and labels. */
const otherNames: Partial<Record<RowTable, Readonly<Record<string, readonly string[]>>>> = {
  register: {
    label: ["name", "hostname", "device", "asset"],
    what: ["type"],
    count: ["quantity", "qty", "number", "pieces"],
    pricePaid: ["price", "price paid", "cost", "unit price", "purchase price"],
    watts: ["power", "watt", "w"],
    ageMonths: ["age in months", "age (months)"],
    bought: ["bought", "purchased", "date of purchase", "purchase date", "in service since"],
  },
};

/** What a column that is read is called in the code. */
export function keyOfColumn(column: ReadColumn): string {
  if (column.kind === "id" || column.kind === "bought") return column.kind;
  return column.kind === "range" ? `${column.key}Range` : column.key;
}

function withSign(column: RowColumn, name: string): ReadColumn {
  if (column.kind !== "field" || !name.includes("%") || !("unit" in column.field)) return column;
  return isPercentage(column.field) ? { ...column, isInPercent: true } : column;
}

/** The column that a name stands for: a key of the table, a label, or what people call it; undefined where it is none. */
export function columnNamed(table: RowTable, name: string): ReadColumn | undefined {
  const columns = rowColumns(table);
  const wanted = plainName(name);
  if (wanted === "") return undefined;
  for (const [key, column] of columns) {
    const words = column.kind === "id" ? key : column.field.label;
    const label = column.kind === "range" ? `${words} range` : words;
    if (plainName(key) === wanted || plainName(label) === wanted) return withSign(column, name);
  }
  for (const [key, names] of Object.entries(otherNames[table] ?? {})) {
    if (!names.some((one) => plainName(one) === wanted)) continue;
    return key === "bought" ? { kind: "bought" } : columns.get(key);
  }
  return undefined;
}
