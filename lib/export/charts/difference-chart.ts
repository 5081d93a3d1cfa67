import { crossingsOf } from "@/lib/analysis/crossings";
import type { CostBands } from "@/lib/analysis/uncertainty/cost-bands";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import { formatMoney } from "@/lib/value/format";
import { spoken } from "@/lib/value/spoken";
import { cumulative } from "../periods";
import type { ChartBand, ChartMark, LineChart } from "./description";
import { isExcluded } from "./is-excluded";

/** Crossings beyond these would write over each other. */
const mostMarks = 3;

interface Difference {
  readonly result: CostsResult;
  readonly currency: string;
  /** Whose lead is drawn: above zero it has cost less so far. */
  readonly of: Architecture;
  readonly than: Architecture;
  /** Of these figures; null while trials run. */
  readonly uncertainty: Pick<CostBands, "pairs"> | null;
}

/** By how much one has cost less than another up to each month, in cash, with the band of 10 to 90 % of trials. */
export function differenceChart({ result, currency, of, than, uncertainty }: Difference): LineChart {
  const [own, others] = [of, than].map((name) => result.architectures[name].views.cash.total) as [
    readonly number[],
    readonly number[],
  ];
  const points = cumulative(others.map((amount, month) => amount - (own[month] as number))).map((y, x) => ({ x, y }));
  const title = `Lead of ${spoken[of].within} over ${spoken[than].within}`;
  const marks = crossingsOf(own, others)
    .slice(1)
    .map(({ month, isFirstAhead }): ChartMark => {
      const [passer, passed] = isFirstAhead ? [of, than] : [than, of];
      const passes = spoken[passer].isPlural ? "pass" : "passes";
      return {
        x: month,
        y: points[month]?.y ?? 0,
        label: `Month ${month}: ${architectureNames[passer].toLowerCase()} ${passes} ${architectureNames[passed].toLowerCase()}`,
      };
    });
  const end = points.at(-1)?.y ?? 0;
  const excluded = isExcluded(result, than) ? `; ${spoken[than].within} excluded` : "";
  return {
    kind: "lines",
    title,
    unit: `${currency}, cumulative cash${excluded}`,
    summary: `${title} by month. ${marks.length === 0 ? "The lead never changes hands" : marks.map(({ label }) => label).join("; ")}. In the end ${formatMoney(end, currency)}.`,
    currency,
    across: { kind: "months" },
    lines: [{ architecture: of, name: "Lead", points }],
    bands: bandOf(uncertainty?.pairs[of]?.[than]?.cumulativeDifference, of),
    marks: marks.slice(0, mostMarks),
  };
}

function bandOf(
  difference: Readonly<Record<10 | 90, readonly number[]>> | undefined,
  architecture: Architecture,
): readonly ChartBand[] {
  if (difference === undefined) return [];
  const high = difference[90];
  return [{ architecture, points: difference[10].map((low, x) => ({ x, low, high: high[x] as number })) }];
}

/** The bands of 10 to 90 % of trials around cumulative cash. */
export function cumulativeBands(
  { architectures }: Pick<CostBands, "architectures">,
  of: readonly Architecture[],
): readonly ChartBand[] {
  return of.flatMap((architecture) => bandOf(architectures[architecture].cumulative, architecture));
}
