import type { Movement, PairSensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import { architectureNames } from "@/lib/model/architectures";
import { input } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { moneyCell } from "@/lib/value/amount";
import { describeInputBriefly } from "@/lib/value/brief-input";
import { type CsvCell, figure } from "@/lib/value/csv-format";
import { formatMoney, formatShort } from "@/lib/value/format";
import { inputName, inputNameInGroup } from "@/lib/value/input-name";
import { spoken } from "@/lib/value/spoken";
import { unitInCurrency } from "@/lib/value/unit-label";
import type { RangeBar, RangeChart } from "./description";

export const movementTitle = "What moves it";

type Moved = Pick<PairSensitivity, "first" | "second" | "difference"> & { readonly movements: readonly Movement[] };

/**
 * What each input moves by itself: the difference in net present cost between two, at either end of its range.
 *
 * @param hidden keys of inputs that are left out: where their range begins and ends would tell their value
 * @param isMoving whether it is what moving to the first saves against going on as now, as the second
 */
export function movementChart(
  moved: Moved,
  currency: string,
  { hidden = [], isMoving = false }: { hidden?: readonly string[]; isMoving?: boolean } = {},
): RangeChart {
  const { first, second, difference } = moved;
  const movements = moved.movements.filter(({ key }) => !hidden.includes(key));
  const bars = movements.map((movement) => barOf(movement, difference, currency));
  const amounts = bars.flatMap(({ ends, now }) => [...(ends ?? []), now]);
  const less = isMoving
    ? `saved by moving to ${spoken[first].within}`
    : `${architectureNames[second].toLowerCase()} less ${architectureNames[first].toLowerCase()}`;
  const cheaper = isMoving
    ? "going on as now costs"
    : `${spoken[second].within} ${spoken[second].isPlural ? "cost" : "costs"}`;
  const words = bars.map(({ label, ends }) => `${label}: ${ends?.map(formatShort).join(" to ")}.`);
  const left = movements.length < moved.movements.length ? ["Inputs of pay are left out."] : [];
  return {
    kind: "ranges",
    title: movementTitle,
    unit: `${currency}, in today’s money: ${less}, with one input alone at either end of its range`,
    summary: [`Now ${formatMoney(difference, currency)}.`, ...words, ...left].join(" "),
    currency,
    axis: { least: Math.min(0, ...amounts), most: Math.max(0, ...amounts) },
    legend: `Upright line: as it is now. Left of the dashed line at 0 ${cheaper} less.`,
    bars,
    rows: [headOf(less, currency), ...movements.map((movement) => rowOf(movement, difference, currency))],
  };
}

function barOf({ key, value, low, high }: Movement, difference: number, currency: string): RangeBar {
  const words = (at: number) => describeInputBriefly(key, at, currency);
  return {
    label: inputNameInGroup(key),
    note: `${words(low.value)} to ${words(high.value)}, now ${words(value)}`,
    ends: [low.difference ?? difference, high.difference ?? difference],
    now: difference,
  };
}

const headOf = (less: string, currency: string): CsvCell[] => [
  ...["input", "label", "unit", "now", "low", "high"],
  ...["now", "at its low", "at its high"].map((at) => `${less}, ${at} (${currency})`),
  ...["turns at", "then first"],
];

function rowOf({ key, value, low, high, turning }: Movement, difference: number, currency: string): CsvCell[] {
  const declared = input[key] as NumberInput;
  return [
    ...[key, inputName(declared), unitInCurrency(declared.unit, currency)],
    ...[value, low.value, high.value].map((at) => figure(String(at))),
    ...[difference, low.difference, high.difference].map((at) => (at === null ? "" : moneyCell(at, currency))),
    ...(turning === null ? ["", ""] : [figure(String(turning.value)), architectureNames[turning.leader]]),
  ];
}
