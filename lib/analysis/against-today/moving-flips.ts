import type { Architecture } from "@/lib/model/architectures";
import { spoken } from "@/lib/value/spoken";
import type { Movement, PairSensitivity, Sensitivity } from "../sensitivity/sensitivity";
import { type Flip, flipsOf } from "../verdict/flips";

/** Single inputs, as far as lines about flips are made of them. */
export type Turns = Pick<Sensitivity, "turning" | "againstToday">;

/**
 * The inputs that alone would make going on as now the better choice than moving, or no longer.
 *
 * @param to whom moving is weighed to; null where there is nothing to move to: then what would bring another to the first place
 */
export function movingFlips(
  { turning, againstToday }: Turns,
  to: Architecture | null,
  currency: string,
  hidden: readonly string[] = [],
): Flip[] {
  const pair = to === null ? undefined : againstToday[to];
  if (pair === undefined) return flipsOf(turning, currency, hidden);
  return flipsOf(pair.turning, currency, hidden, (found) => movingTurnWords(pair, found));
}

/** What holds past the value: which of the two is then better, and whether it is money or a target that says so. */
export function movingTurnWords(
  { first: to, second: today, leader: now, difference: savesNow }: PairSensitivity,
  { leader, difference }: Pick<NonNullable<Movement["turning"]>, "leader" | "difference">,
): string {
  const saves = difference ?? 0;
  if (leader === to) return saves > 0 ? `moving to ${spoken[to].within} saves` : "going on as now misses a target";
  if (saves >= 0) return `${spoken[to].within} ${spoken[to].isPlural ? "miss" : "misses"} a target`;
  // Moving costs more already, and was the better choice for its targets alone.
  return now !== today && savesNow < 0 ? "going on as now meets the targets, for less" : "going on as now costs less";
}
