import type { Architecture } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import { spoken } from "@/lib/value/spoken";
import { crossingsOf } from "./crossings";

/** From this month on, `passer` has the lower cumulative cost. */
export interface Crossover {
  month: number;
  passer: Architecture;
  passed: Architecture;
  /** The month in which they change places again; null where they never do. */
  until: number | null;
}

/** Where the lines of cumulative cash change places, the earliest first. A lead from the start is no crossing. */
export function crossoversOf(result: CostsResult): Crossover[] {
  const cash = (name: Architecture) => result.architectures[name].views.cash.total;
  return result.ranking
    .flatMap((a, place) => result.ranking.slice(place + 1).flatMap((b) => between(a, b, crossingsOf(cash(a), cash(b)))))
    .sort((one, other) => one.month - other.month);
}

function between(a: Architecture, b: Architecture, changes: ReturnType<typeof crossingsOf>): Crossover[] {
  return changes.slice(1).map(({ month, isFirstAhead }, index) => ({
    month,
    passer: isFirstAhead ? a : b,
    passed: isFirstAhead ? b : a,
    until: changes[index + 2]?.month ?? null,
  }));
}

/** "From month 24 the cloud stays cheaper than own servers." */
export function crossoverWords({ month, passer, passed, until }: Crossover): string {
  const [own, other] = [spoken[passer], spoken[passed].within];
  return until === null
    ? `From month ${month} ${own.within} ${own.isPlural ? "stay" : "stays"} cheaper than ${other}.`
    : `From month ${month} to ${until - 1} ${own.within} ${own.isPlural ? "have" : "has"} cost less than ${other}.`;
}
