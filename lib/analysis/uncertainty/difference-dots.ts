import { quantilesOf } from "@/lib/math/quantile";
import type { Architecture } from "@/lib/model/architectures";
import type { Outcomes } from "./outcomes";

/** So many that each can be counted, and stands for one trial in twenty. */
const count = 20;

/**
 * The difference in net present cost between two architectures as a few dots, each for as many trials (Kay et al. 2016).
 *
 * @returns the quantiles at 2.5, 7.5 … 97.5 % of what `than` costs more than `of`, money, ascending
 */
export function differenceDots(parts: readonly Outcomes[], of: Architecture, than: Architecture): number[] {
  const differences = new Float64Array(parts.reduce((sum, { kept }) => sum + kept, 0));
  let place = 0;
  for (const { architectures, kept } of parts) {
    const [own, others] = [architectures[of].netPresentCost, architectures[than].netPresentCost];
    for (let i = 0; i < kept; i++) differences[place++] = (others[i] as number) - (own[i] as number);
  }
  return quantilesOf(
    differences,
    Array.from({ length: count }, (_, dot) => (dot + 0.5) / count),
  );
}
