import type { Architecture } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import { type Crossing, crossingsOf } from "./crossings";

/** Who is compared with whom: the first of the ranking, and those after it that are eligible where it is. */
export interface Contenders {
  first: Architecture;
  /** Null where there is nothing to compare it with. */
  second: Architecture | null;
  further: readonly Architecture[];
}

/** A result as far as it says who comes first. */
interface Ranked {
  readonly ranking: readonly Architecture[];
  readonly architectures: Readonly<Record<Architecture, { readonly eligible: boolean }>>;
}

export function contendersOf({ ranking, architectures }: Ranked): Contenders {
  const first = ranking[0] as Architecture;
  const [second = null, ...further] = ranking
    .slice(1)
    .filter((name) => architectures[name].eligible === architectures[first].eligible);
  return { first, second, further };
}

/** How the lead in cumulative cash changes between the first two, in order. */
export function leadsOf(result: CostsResult): { contenders: Contenders; changes: readonly Crossing[] } {
  const contenders = contendersOf(result);
  const { first, second } = contenders;
  const cash = (name: Architecture) => result.architectures[name].views.cash.total;
  return { contenders, changes: second === null ? [] : crossingsOf(cash(first), cash(second)) };
}

/**
 * The month of which the answer says that the first is ahead of the second from then on. Null where it names none: the first leads from
 * the start, or is not ahead in cash in the end.
 */
export function leadMonth(result: CostsResult): { first: Architecture; second: Architecture; month: number } | null {
  const { contenders, changes } = leadsOf(result);
  const { first, second } = contenders;
  const last = changes.at(-1);
  if (second === null || last === undefined || !last.isFirstAhead || changes.length === 1) return null;
  return { first, second, month: last.month };
}
