import { architectureNames } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import { formatMoney } from "@/lib/value/format";
import { sumOf } from "../periods";
import { categoriesBySize } from "./cost-charts";
import { type BarChart, drawnName } from "./description";
import { isExcluded } from "./is-excluded";

/** The largest categories have names of their own; the rest is joined. */
const named = 6;

/** What each architecture costs over the whole horizon in cash, by category. */
export function horizonChart(result: CostsResult, currency: string, isPayPooled: boolean): BarChart {
  const views = Object.values(result.architectures).map(({ views }) => views.cash);
  const all = categoriesBySize(views, isPayPooled);
  const [shown, rest] = [all.slice(0, named), all.slice(named)];
  const bars = result.ranking.map((architecture) => {
    const { lines, total } = result.architectures[architecture].views.cash;
    const amounts = shown.map(({ key }) => sumOf(lines[key]));
    const other = rest.reduce((sum, { key }) => sum + sumOf(lines[key]), 0);
    return {
      bar: {
        architecture,
        name: architectureNames[architecture],
        isExcluded: isExcluded(result, architecture),
        amounts: rest.length > 0 ? [...amounts, other] : amounts,
      },
      total: sumOf(total),
    };
  });
  const totals = bars.map(({ bar, total }) => `${drawnName(bar)} ${formatMoney(total, currency)}`).join(", ");
  return {
    kind: "bars",
    title: "What it is made of",
    unit: `${currency}, cash over ${result.months.length - 1} months`,
    summary: `Cash over the whole horizon by category. In all: ${totals}.`,
    currency,
    categories: [...shown.map(({ name }) => name), ...(rest.length > 0 ? ["Other"] : [])],
    bars: bars.map(({ bar }) => bar),
  };
}
