import { costsAgainst } from "@/lib/analysis/against-today/costs-against";
import type { CostBands } from "@/lib/analysis/uncertainty/cost-bands";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import { breakEvenMonth } from "@/lib/model/ranking";
import { formatMoney } from "@/lib/value/format";
import { spoken } from "@/lib/value/spoken";
import { cumulative } from "../periods";
import { type ChartLine, drawnName, type LineChart, type MoneySpan } from "./description";
import { isExcluded } from "./is-excluded";

interface SavingsCharted {
  readonly result: CostsResult;
  readonly currency: string;
  readonly today: Architecture;
  /** Whose savings are drawn. */
  readonly of: readonly Architecture[];
  /** Of these figures; null while trials run. */
  readonly uncertainty: Pick<CostBands, "pairs"> | null;
  /** Of what, where several stand side by side: the name of a scenario. */
  readonly scenario?: string;
  readonly span?: MoneySpan;
}

/** What has been saved up to each month against going on as now, in cash, with the band of 10 to 90 % of trials; below zero it is spent ahead. */
export function savingsChart(charted: SavingsCharted): LineChart {
  const { result, currency, today, of, uncertainty, scenario, span } = charted;
  const against = costsAgainst(result, today);
  const lines = of.map(
    (architecture): ChartLine => ({
      architecture,
      name: architectureNames[architecture],
      isExcluded: isExcluded(result, architecture),
      points: cumulative(against.architectures[architecture].views.cash.total).map((y, x) => ({ x, y })),
    }),
  );
  const [only] = of.length === 1 ? lines : [];
  const title = `Savings ${only === undefined ? "" : `of ${spoken[only.architecture].within} `}against going on as now`;
  return {
    kind: "lines",
    title: scenario === undefined ? title : `${title}, ${scenario}`,
    unit: `${currency}, cumulative cash; below zero spent ahead`,
    summary: `${title} by month. ${lines.map((line) => lineWords(line, charted)).join(" ")}`,
    currency,
    across: { kind: "months" },
    lines,
    bands: of.flatMap((architecture) => bandOf(uncertainty, today, architecture)),
    marks: only === undefined ? [] : paybackMark(only, charted),
    ...(span && { span }),
  };
}

const paybackOf = ({ architecture }: ChartLine, { result: { architectures: of }, today }: SavingsCharted) =>
  breakEvenMonth(of[architecture].views.cash.total, of[today].views.cash.total);

function paybackMark(line: ChartLine, charted: SavingsCharted): LineChart["marks"] {
  const month = paybackOf(line, charted);
  if (month === null || month === 0) return [];
  return [{ x: month, y: line.points[month]?.y ?? 0, label: `Month ${month}: paid back` }];
}

function lineWords(line: ChartLine, charted: SavingsCharted): string {
  const { currency } = charted;
  const month = paybackOf(line, charted);
  const end = line.points.at(-1)?.y ?? 0;
  const least = Math.min(0, ...line.points.map(({ y }) => y ?? 0));
  const ahead = least < 0 ? `at most ${formatMoney(-least, currency)} spent ahead, ` : "";
  const back =
    month === null ? "not paid back" : month === 0 ? "ahead from the first month" : `paid back in month ${month}`;
  return `${drawnName(line)}: ${ahead}${back}, in the end ${formatMoney(Math.abs(end), currency)} ${end < 0 ? "more" : "saved"}.`;
}

/** Trials keep what others have cost more than today: a saving is its opposite, and so are the ends of its band. */
function bandOf(
  uncertainty: SavingsCharted["uncertainty"],
  today: Architecture,
  architecture: Architecture,
): NonNullable<LineChart["bands"]> {
  const more = uncertainty?.pairs[today]?.[architecture]?.cumulativeDifference;
  if (more === undefined) return [];
  return [
    { architecture, points: more[90].map((high, x) => ({ x, low: 0 - high, high: 0 - (more[10][x] as number) })) },
  ];
}
