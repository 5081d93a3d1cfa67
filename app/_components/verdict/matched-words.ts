import { isTie } from "@/lib/analysis/comparing";
import { contendersOf } from "@/lib/analysis/lead";
import type { ServiceMatch } from "@/lib/analysis/match-service-levels";
import type { ModelResult } from "@/lib/model/result";
import { formatPercent } from "@/lib/value/format";
import { spoken } from "@/lib/value/spoken";

/** Who would lead with service levels matched, where that is another than leads now: then over-provisioning decides. Null where it is not. */
export function matchedWords(result: ModelResult, matched: ServiceMatch | null | undefined): string | null {
  if (matched === null || matched === undefined) return null;
  const { first, second } = contendersOf(matched.result);
  const { architectures } = matched.result;
  if (first === result.ranking[0] || second === null || !architectures[first].eligible) return null;
  const [own, others] = [architectures[first].netPresentCost, architectures[second].netPresentCost];
  if (!(others > 0)) return null;
  const by = isTie(own, others) ? "less than 1 %" : formatPercent(1 - own / others);
  return `With service levels matched, ${spoken[first].within} would lead by ${by}.`;
}
