import { declaredAt, times } from "../currency";
import type { NumberInput } from "../inputs/declaration";
import { fieldsOfTable, type RowField } from "./fields";
import { type Ends, kindInputs, type OwnRows, type RowTable, rowTables } from "./own-rows";

type Figures = Readonly<Record<string, unknown>> & { readonly ranges?: Readonly<Record<string, Ends>> };

/** A row with each amount of money made another, its ends too; all else stays. */
function withMoney<R extends object>(table: RowTable, row: R, change: (key: string, amount: number) => number): R {
  const fields: Readonly<Record<string, RowField>> = fieldsOfTable[table];
  const isMoney = (key: string) => fields[key]?.format === "money";
  const changed = ([key, value]: readonly [string, unknown]) =>
    isMoney(key) && typeof value === "number" ? [key, change(key, value)] : [key, value];
  const { ranges, ...figures } = row as Figures;
  const ends = Object.entries(ranges ?? {}).map(([key, { low, high }]) =>
    isMoney(key) ? [key, { low: change(key, low), high: change(key, high) }] : [key, { low, high }],
  );
  return {
    ...Object.fromEntries(Object.entries(figures).map(changed)),
    ...(ranges && { ranges: Object.fromEntries(ends) }),
  } as R;
}

/** A row with its money times a ratio, whatever bounds that leaves. */
export function scaleRow<R extends object>(table: RowTable, row: R, ratio: number): R {
  return withMoney(table, row, (_key, amount) => times(amount, ratio));
}

/** A row of one rate in the currency of another: its money is converted, and that of a kind of participants kept within its bounds. */
export function convertRow<R extends object>(table: RowTable, row: R, from: number, to: number): R {
  if (from === to) return row;
  return withMoney(table, row, (key, amount) => {
    const money = times(amount, to / from);
    if (table !== "participantKinds" || !kindInputs.some((one) => one === key)) return money;
    const { min, max } = declaredAt(to).input[key as (typeof kindInputs)[number]] as NumberInput;
    return Math.min(Math.max(money, min), max);
  });
}

/** All rows of one rate in the currency of another. */
export function convertRows(rows: OwnRows, from: number, to: number): OwnRows {
  return Object.fromEntries(
    rowTables.map((table) => [table, rows[table].map((row) => convertRow(table, row, from, to))]),
  ) as unknown as OwnRows;
}
