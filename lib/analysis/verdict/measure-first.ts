import { drivers } from "@/lib/model/ranges/drivers";
import { formatMoney, formatPercent } from "@/lib/value/format";
import { toSignificant } from "@/lib/value/rounding";
import type { Influence, UncertaintyDocument } from "../uncertainty/document";

/** Below this share of the variance of who comes first, an input decides nothing. */
const leastShare = 0.02;

/** An input, or a group that moves together, worth knowing better. */
export type WorthKnowing = Influence & {
  /** The key of the input; of a group, of its driver. */
  readonly key: string;
  /** Where it is a group: what its members have in common, and how many there are. */
  readonly group?: { readonly label: string; readonly members: readonly string[] };
  /** Whether the money it is worth is told from nothing. */
  readonly hasWorth: boolean;
};

/**
 * What to measure first: inputs and groups by what knowing them is worth, or by how they decide who comes first; then by the other. A member
 * of a group stands for itself where it is worth as much as the group.
 *
 * @param by "firstPlace" where targets are in doubt: no money is saved by knowing whether one is met
 * @param most how many at most; those that neither are worth anything nor decide anything are left out
 */
export function measureFirst(
  { inputs, groups }: UncertaintyDocument,
  by: "money" | "firstPlace",
  most = 2,
): WorthKnowing[] {
  const all: WorthKnowing[] = [
    ...inputs.map((one) => ({ ...one, hasWorth: isWorthSomething(one) })),
    ...groups.map(({ driver, members, ...one }) => ({
      ...one,
      key: driver,
      group: { label: drivers[driver].label, members },
      hasWorth: isWorthSomething(one),
    })),
  ];
  const sorted = all
    .filter(({ hasWorth, firstPlace }) => hasWorth || firstPlace >= leastShare)
    .sort(
      (a, b) =>
        (by === "money" && worth(b) - worth(a)) ||
        b.firstPlace - a.firstPlace ||
        worth(b) - worth(a) ||
        Number("group" in a) - Number("group" in b),
    );
  const chosen: WorthKnowing[] = [];
  for (const one of sorted) {
    const isKnown = chosen.some(
      ({ key, group }) => group?.members.includes(one.key) || one.group?.members.includes(key),
    );
    if (!isKnown && chosen.length < most) chosen.push(one);
  }
  return chosen;
}

/** Twice its standard error above nothing. */
export function isWorthSomething({ evppi, standardError }: Pick<Influence, "evppi" | "standardError">): boolean {
  return evppi > 2 * standardError;
}

const worth = ({ hasWorth, evppi }: WorthKnowing) => (hasWorth ? evppi : 0);

/** One fact each: what it is worth, or where targets decide, how much it does. */
export function measureWords(
  { hasWorth, evppi, firstPlace }: WorthKnowing,
  by: "money" | "firstPlace",
  currency: string,
): string {
  if (by === "money" && hasWorth) return `worth up to ${formatMoney(toSignificant(evppi, 2), currency)} to know.`;
  return `decides ${formatPercent(firstPlace)} of who comes first.`;
}
