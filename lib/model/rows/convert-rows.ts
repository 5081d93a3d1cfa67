import { declaredAt, times } from "../currency";
import type { NumberInput } from "../inputs/declaration";
import { fieldsOfTable, type RowField } from "./fields";
import { type Ends, kindInputs, type OwnRows, type RowTable, rowTables } from "./own-rows";

type Figures = Readonly<Record<string, unknown>> & { readonly ranges?: Readonly<Record<string, Ends>> };

/** A row of one rate in the currency of another: its money is converted, and that of a kind of participants kept within its bounds. */
export function convertRow<R extends object>(table: RowTable, row: R, from: number, to: number): R {
  if (from === to) return row;
  const converted = (key: string, amount: number) => {
    const money = times(amount, to / from);
    if (table !== "participantKinds" || !kindInputs.some((one) => one === key)) return money;
    const { min, max } = declaredAt(to).input[key as (typeof kindInputs)[number]] as NumberInput;
    return Math.min(Math.max(money, min), max);
  };
  const fields: Readonly<Record<string, RowField>> = fieldsOfTable[table];
  const isMoney = (key: string) => fields[key]?.format === "money";
  const turned = ([key, value]: readonly [string, unknown]) =>
    isMoney(key) && typeof value === "number" ? [key, converted(key, value)] : [key, value];
  const { ranges, ...figures } = row as Figures;
  const ends = Object.entries(ranges ?? {}).map(([key, { low, high }]) =>
    isMoney(key) ? [key, { low: converted(key, low), high: converted(key, high) }] : [key, { low, high }],
  );
  return {
    ...Object.fromEntries(Object.entries(figures).map(turned)),
    ...(ranges && { ranges: Object.fromEntries(ends) }),
  } as R;
}

/** All rows of one rate in the currency of another. */
export function convertRows(rows: OwnRows, from: number, to: number): OwnRows {
  return Object.fromEntries(
    rowTables.map((table) => [table, rows[table].map((row) => convertRow(table, row, from, to))]),
  ) as unknown as OwnRows;
}
