import type { Architecture } from "@/lib/model/architectures";
import type { ModelResult } from "@/lib/model/result";

/** What it costs to change nothing; money. */
export interface GoingOn {
  readonly today: Architecture;
  readonly netPresentCost: number;
  readonly cash: number;
  /** Cash of the first and of the last whole year; null where the horizon has no second. */
  readonly growth: { readonly first: number; readonly last: number; readonly years: number } | null;
  /** What a month of it costs more than where moving is weighed to, both spread evenly; null where it does not. */
  readonly waiting: { readonly than: Architecture; readonly monthly: number } | null;
}

const monthsOfYear = 12;

/** @param than whom moving is weighed to; null where there is nothing to move to */
export function goingOnOf(result: ModelResult, today: Architecture, than: Architecture | null): GoingOn {
  const { months, architectures: of } = result;
  const now = of[today];
  const years = Math.floor((months.length - 1) / monthsOfYear);
  const cashOfYear = (year: number) =>
    now.views.cash.total
      .slice((year - 1) * monthsOfYear + 1, year * monthsOfYear + 1)
      .reduce((sum, cash) => sum + cash, 0);
  const monthly = than === null ? 0 : now.levelisedMonthly - of[than].levelisedMonthly;
  return {
    ...{ today, netPresentCost: now.netPresentCost, cash: now.total },
    growth: years < 2 ? null : { first: cashOfYear(1), last: cashOfYear(years), years },
    waiting: than === null || monthly <= 0 ? null : { than, monthly },
  };
}
