import { savedBetween, savedInShort } from "@/lib/analysis/against-today/against-words";
import type { Savings } from "@/lib/analysis/against-today/savings";
import type { ComparisonRow, RowDoubt } from "@/lib/analysis/verdict/comparison";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { moneyCell } from "@/lib/value/amount";
import { type CsvCell, figure } from "@/lib/value/csv-format";
import { formatShort } from "@/lib/value/format";
import { drawnName, type RangeBar, type RangeChart } from "./description";

/** An architecture by one figure, and how far it is known; money. */
interface Known {
  readonly architecture: Architecture;
  readonly isEligible: boolean;
  readonly now: number;
  readonly doubt: { readonly p10: number; readonly p50: number; readonly p90: number } | null;
}

type CostRow = Pick<ComparisonRow, "architecture" | "isEligible" | "netPresentCost"> & {
  readonly doubt: (NonNullable<Known["doubt"]> & Partial<RowDoubt>) | null;
};

const legend =
  "Bar: from the 10th to the 90th of 100 trials. Upright line: their median. Dot: with the figures as they are.";

/** What each costs, net present, and between which costs 80 of 100 trials lie; by rank. */
export function costRangeChart(rows: readonly CostRow[], currency: string): RangeChart {
  const known = rows.map(({ netPresentCost: now, ...row }): Known => ({ ...row, now }));
  const between = (low: number, high: number) => `${formatShort(low)} to ${formatShort(high)}`;
  const all = known.map(farthest(1));
  const eligible = known.filter(({ isEligible }) => isEligible).map(farthest(1));
  // All that may be chosen lies on the axis; what is excluded and more than twice as dear lies beyond.
  const most = eligible.length === 0 ? Math.max(0, ...all) : Math.min(Math.max(...all), 2 * Math.max(...eligible));
  return {
    kind: "ranges",
    title: "How far each cost is known",
    unit: `${currency}, net present, over all months`,
    ...described(known, known, currency, [formatShort, between]),
    axis: { least: 0, most: roundedUp(most) },
    rows: [
      [...headOf("net present cost", currency), "costs least", "meets targets", "comes first"],
      ...rows.map(({ doubt }, place) => [
        ...cellsOf(known[place] as Known, currency),
        ...[doubt?.costsLeast, doubt?.meetsTargets, doubt?.comesFirst].map(share),
      ]),
    ],
  };
}

/** What each saves against going on as now, net present, and between which savings 80 of 100 trials lie; by rank. What runs today has none. */
export function savingsRangeChart(savings: readonly Savings[], today: Architecture, currency: string): RangeChart {
  const others = savings.filter(({ architecture }) => architecture !== today);
  const known = others.map(({ netPresent: now, ...row }): Known => ({ ...row, now }));
  return {
    kind: "ranges",
    title: "How far each saving is known",
    unit: `${currency}, net present, against going on as now; left of zero extra cost`,
    ...described(known, savings, currency, [savedInShort, savedBetween]),
    axis: savingsAxis(known),
    rows: [
      [...headOf("net present savings", currency), "saves"],
      ...others.map(({ doubt }, place) => [...cellsOf(known[place] as Known, currency), share(doubt?.saves)]),
    ],
  };
}

/** @param all also what has no bar: where nobody is eligible, nobody is excluded */
function described(
  known: readonly Known[],
  all: readonly Pick<Known, "isEligible">[],
  currency: string,
  [amount, between]: readonly [(now: number) => string, (low: number, high: number) => string],
): Pick<RangeChart, "bars" | "summary" | "legend" | "currency"> {
  const bars = known.map(({ architecture, isEligible, now, doubt }): RangeBar => {
    const isExcluded = !isEligible && all.some((each) => each.isEligible);
    const name = architectureNames[architecture];
    return {
      ...{ architecture, isExcluded, now, label: drawnName({ architecture, name, isExcluded }), note: amount(now) },
      ends: doubt && [doubt.p10, doubt.p90],
      ...(doubt && { median: doubt.p50 }),
    };
  });
  const words = bars.map(({ label, note, ends }) => `${label}: ${note}${ends ? `, ${between(...ends)}` : ""}.`);
  return { bars, summary: words.join(" "), legend, currency };
}

const headOf = (of: string, currency: string): CsvCell[] => [
  "architecture",
  ...["", ", 10 of 100 trials below", ", median of trials", ", 90 of 100 trials below"].map(
    (which) => `${of}${which} (${currency})`,
  ),
];

const cellsOf = ({ architecture, now, doubt }: Known, currency: string): CsvCell[] => [
  architectureNames[architecture],
  ...[now, doubt?.p10, doubt?.p50, doubt?.p90].map((at) => (at === undefined ? "" : moneyCell(at, currency))),
];

const share = (of: number | null | undefined): CsvCell => (of === null || of === undefined ? "" : figure(String(of)));

/** How far something reaches on one side of zero, at least 0. */
const farthest =
  (side: 1 | -1) =>
  ({ now, doubt }: Known) =>
    Math.max(0, ...[now, doubt?.p10 ?? 0, doubt?.p90 ?? 0].map((amount) => amount * side));

/** All that may be chosen lies on the axis, and of what is excluded what lies no more than twice as far. */
function savingsAxis(known: readonly Known[]): RangeChart["axis"] {
  const reach = (side: 1 | -1, of: readonly Known[]) => Math.max(0, ...of.map(farthest(side)));
  const eligible = known.filter(({ isEligible }) => isEligible);
  const limit = 2 * Math.max(reach(1, eligible), reach(-1, eligible));
  const end = (side: 1 | -1) => {
    const all = reach(side, known);
    const most = limit === 0 ? all : Math.min(all, Math.max(limit, reach(side, eligible)));
    return most === 0 ? 0 : roundedUp(most);
  };
  const [more, saved] = [end(-1), end(1)];
  return { least: 0 - more, most: more === 0 && saved === 0 ? 1 : saved };
}

/** The end of an axis, to two digits, so that it holds still while figures are typed; at least 1. */
function roundedUp(most: number): number {
  const unit = 10 ** (Math.floor(Math.log10(Math.max(most, 1))) - 1);
  return Math.max(Math.ceil(most / unit) * unit, 1);
}
