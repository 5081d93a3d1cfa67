import { fieldsOfTable, type RowField } from "@/lib/model/rows/fields";
import type { Ends, RowTable } from "@/lib/model/rows/own-rows";
import { numberText } from "../describe-input";
import { type AnyRow, fieldWords } from "./row-words";

type Figures = Readonly<Record<string, unknown>> & { readonly ranges?: Readonly<Record<string, Ends | undefined>> };

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
const isSameRange = (one: Ends | undefined, other: Ends | undefined) =>
  one?.low === other?.low && one?.high === other?.high;

/** In what two rows of a table differ, field by field: "people 2 FTE → 3 FTE", "pay 60,000 EUR → nothing". */
export function rowDifferences(table: RowTable, before: AnyRow, after: AnyRow, currency: string): string[] {
  const [was, now] = [before, after].map((row) => row as unknown as Figures) as [Figures, Figures];
  return Object.entries<RowField>(fieldsOfTable[table]).flatMap(([key, field]) => {
    const name = field.label.toLowerCase();
    const words = (value: unknown) =>
      value === undefined ? (field.otherwise ?? "nothing") : fieldWords(field, value, currency);
    const range = (ends: Ends | undefined) =>
      ends === undefined || !("unit" in field)
        ? "none"
        : `${numberText(field, ends.low)} to ${numberText(field, ends.high)}`;
    const [before, after] = [was.ranges?.[key], now.ranges?.[key]];
    return [
      // A default that is stated is no difference.
      ...(isSame(was[key], now[key]) || words(was[key]) === words(now[key])
        ? []
        : [`${name} ${words(was[key])} → ${words(now[key])}`]),
      ...(isSameRange(before, after) ? [] : [`range of ${name} ${range(before)} → ${range(after)}`]),
    ];
  });
}
