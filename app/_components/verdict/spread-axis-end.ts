import { roundedUp } from "./target-cells";

/** A cost of an architecture as far as the axis rests on it, money. */
interface Reach {
  readonly isEligible: boolean;
  readonly netPresentCost: number;
  readonly doubt: { readonly p90: number } | null;
}

/** The end of the axis: all that may be chosen lies on it; what is excluded and more than twice as dear lies beyond. */
export function spreadAxisEnd(rows: readonly Reach[]): number {
  const reach = ({ netPresentCost, doubt }: Reach) => Math.max(netPresentCost, doubt?.p90 ?? 0);
  const eligible = rows.filter(({ isEligible }) => isEligible).map(reach);
  const all = rows.map(reach);
  const most = eligible.length === 0 ? Math.max(...all) : Math.min(Math.max(...all), 2 * Math.max(...eligible));
  return roundedUp(most);
}
