import { type Architecture, architectureNames, architectures } from "@/lib/model/architectures";
import { isAhead } from "@/lib/model/ranking";
import type { ModelResult } from "@/lib/model/result";
import type { Sheet } from "../xlsx/cell";
import { type Figure, type Months, monthCell, monthRowAt, monthSheet, rowsOf } from "./month-sheet";
import { horizonName } from "./named-inputs";
import type { YearSource } from "./year-sheets";

export const breakEvenName = "Break-even";

const pairs = architectures.flatMap((a) => architectures.filter((b) => b !== a).map((b) => [a, b] as const));
const keyOf = ([a, b]: readonly [Architecture, Architecture]) => `${a}.${b}`;
const rows = rowsOf([
  { title: "Cumulative cash", members: architectures as readonly string[] },
  { title: "Break-even", members: pairs.map(keyOf) },
]);

/** The cell with the month from which a's cumulative cash never again exceeds b's. */
export const breakEvenCell = (a: Architecture, b: Architecture) =>
  monthRowAt(breakEvenName, rows.get(keyOf([a, b])) as number, 0).single;

/** Cumulative cash, and of each pair the month after the last in which the one is dearer: at the horizon that is the break-even. */
export function breakEvenSheet(source: YearSource, result: ModelResult, months: Months, currency: string): Sheet {
  const { layout, rowOf } = source;
  const at = (key: string) => monthRowAt(breakEvenName, rows.get(key) as number, months.most);
  const cumulative = Object.fromEntries(
    architectures.map((a) => {
      let sum = 0;
      return [
        a,
        result.architectures[a].views.cash.total.map((cash) => {
          sum += cash;
          return sum;
        }),
      ];
    }),
  ) as Record<Architecture, number[]>;
  const sums = architectures.map((a): Figure => {
    const cash = rowOf(layout.shown[a].cash.total).cell;
    return {
      ...{
        label: architectureNames[a],
        unit: currency,
        key: a,
        source: "model.md section 11",
        format: "money" as const,
      },
      monthly: { setUp: cash, service: `${at(a).previous}+${cash}`, values: cumulative[a] },
    };
  });
  const ahead = pairs.map(([a, b]): Figure => {
    const [own, rival, row] = [at(a).cell, at(b).cell, at(keyOf([a, b]))];
    const isAheadText = `${own}-${rival}<=0.000000001*MAX(ABS(${own}),ABS(${rival}),1)`;
    const last = `INDEX(${row.all},1,${horizonName}+1)`;
    let since = 0;
    const values = cumulative[a].map((sum, t) => {
      if (!isAhead(sum, cumulative[b][t] as number)) since = t + 1;
      return since;
    });
    return {
      ...{ label: `${architectureNames[a]} against ${architectureNames[b]}`, unit: "month", key: keyOf([a, b]) },
      ...{ source: "model.md section 11", format: "whole" as const },
      single: { formula: `IF(${last}>${horizonName},"never",${last})`, value: result.breakEven[a][b] ?? "never" },
      monthly: {
        setUp: `IF(${isAheadText},0,1)`,
        service: `IF(${isAheadText},${row.previous},${monthCell}+1)`,
        values,
      },
    };
  });
  return monthSheet(
    {
      name: breakEvenName,
      title: breakEvenName,
      words:
        "Month from which the cumulative cash of the one never again exceeds that of the other: the column “Month”. Behind it, month by month, the month after the last in which it did.",
      groups: [
        { title: "Cumulative cash", figures: sums },
        { title: "Break-even", figures: ahead },
      ],
    },
    months,
    horizonName,
  );
}
