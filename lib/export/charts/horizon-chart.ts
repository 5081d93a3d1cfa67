import { savedInShort } from "@/lib/analysis/against-today/against-words";
import { costsAgainst } from "@/lib/analysis/against-today/costs-against";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import { formatShort } from "@/lib/value/format";
import { sumOf } from "../periods";
import { categoriesBySize } from "./cost-charts";
import { type BarChart, drawnName } from "./description";
import { isExcluded } from "./is-excluded";

/** The largest categories have names of their own; the rest is joined. */
const named = 6;

/**
 * What each architecture costs over the whole horizon in cash, by category; or what it saves against going on as now.
 *
 * @param today what runs today, where savings are drawn: it has no bar of its own
 */
export function horizonChart(
  costs: CostsResult,
  currency: string,
  isPayPooled: boolean,
  today: Architecture | null = null,
): BarChart {
  const result = today === null ? costs : costsAgainst(costs, today);
  const views = Object.values(result.architectures).map(({ views }) => views.cash);
  const all = categoriesBySize(views, isPayPooled);
  const [shown, rest] = [all.slice(0, named), all.slice(named)];
  const drawn = result.ranking.filter((architecture) => architecture !== today);
  const bars = drawn.map((architecture) => {
    const { lines, total } = result.architectures[architecture].views.cash;
    const amounts = shown.map(({ key }) => sumOf(lines[key]));
    const other = rest.reduce((sum, { key }) => sum + sumOf(lines[key]), 0);
    return {
      architecture,
      name: architectureNames[architecture],
      isExcluded: isExcluded(result, architecture),
      amounts: rest.length > 0 ? [...amounts, other] : amounts,
      total: (today === null ? formatShort : savedInShort)(sumOf(total)),
    };
  });
  const totals = bars.map((bar) => `${drawnName(bar)} ${bar.total}`).join(", ");
  const months = `${currency}, cash over ${result.months.length - 1} months`;
  return {
    kind: "bars",
    ...(today === null
      ? { title: "What it is made of", unit: months }
      : { title: "What the savings are made of", unit: `${months}; left of zero extra cost` }),
    summary: `${today === null ? "Cash" : "Savings in cash against going on as now"} over the whole horizon by category. In all, ${currency}: ${totals}.`,
    currency,
    categories: [...shown.map(({ name }) => name), ...(rest.length > 0 ? ["Other"] : [])],
    bars,
  };
}
