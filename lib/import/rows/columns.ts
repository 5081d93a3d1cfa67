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

/** Whether the cells of a column are figures, one in each. */
export function holdsFigures(column: ReadColumn | null | undefined): boolean {
  return column?.kind === "field" && "unit" in column.field;
}

function withSign(column: RowColumn, name: string): ReadColumn {
  if (column.kind !== "field" || !name.includes("%") || !("unit" in column.field)) return column;
  return isPercentage(column.field) ? { ...column, isInPercent: true } : column;
}

/** What a list of machines says beside the fields of the register. */
const machineColumns = {
  bought: "Month of purchase",
  cores: "Cores, of a list of machines",
  disk: "Disks, of a list of machines",
} as const;

/** What the columns of a table can be said to hold: each field by its key, with its name. */
export function fieldColumns(table: RowTable): readonly { readonly key: string; readonly label: string }[] {
  const fields = [...rowColumns(table)].flatMap(([key, column]) =>
    column.kind === "field" ? [{ key, label: column.field.label }] : [],
  );
  const machines = Object.entries(machineColumns).map(([key, label]) => ({ key, label }));
  return table === "register" ? [...fields, ...machines] : fields;
}

export function isColumnKey(table: RowTable, key: string): boolean {
  return fieldColumns(table).some((one) => one.key === key);
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
