import type { Architecture, View } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import type { NetPresentCosts, Series, ViewResult } from "@/lib/model/result";

// Costs as differences from going on as now. What runs today, costed on, is one of the four architectures: nothing is worked out anew.

const saved = (today: Series, own: Series): Series => today.map((amount, month) => amount - (own[month] as number));

function viewAgainst(today: ViewResult, own: ViewResult): ViewResult {
  const lines = Object.entries(today.lines).map(([category, series]) => [
    category,
    saved(series, own.lines[category as keyof ViewResult["lines"]]),
  ]);
  return { lines: Object.fromEntries(lines) as ViewResult["lines"], total: saved(today.total, own.total) };
}

/**
 * What each architecture saves against going on as now, by view, category and month: what runs today less its own. Below zero it costs more.
 * Of what runs today it is zero throughout.
 */
export function costsAgainst(result: CostsResult, today: Architecture): CostsResult {
  const now = result.architectures[today].views;
  const against = Object.entries(result.architectures).map(([name, { eligible, views: own }]) => [
    name,
    {
      eligible,
      views: Object.fromEntries(
        Object.entries(own).map(([view, costs]) => [view, viewAgainst(now[view as View], costs)]),
      ),
    },
  ]);
  return {
    months: result.months,
    ranking: result.ranking,
    architectures: Object.fromEntries(against) as CostsResult["architectures"],
  };
}

/** The same of net present costs. */
export function netPresentAgainst(costs: NetPresentCosts, today: Architecture): NetPresentCosts {
  const against = Object.entries(costs).map(([name, own]) => [name, viewAgainst(costs[today], own)]);
  return Object.fromEntries(against) as NetPresentCosts;
}
