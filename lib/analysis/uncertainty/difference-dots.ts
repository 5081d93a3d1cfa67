import { quantilesOf } from "@/lib/math/quantile";
import { type Architecture, architectures } from "@/lib/model/architectures";
import type { UncertaintyDocument } from "./document";
import type { Outcomes } from "./outcomes";

/** So many that each can be counted, and stands for one trial in twenty. */
const count = 20;

/** What pages draw of differences between architectures, money, ascending: each figure stands for one trial in twenty. */
export interface TrialDots {
  /** What the rival costs more than the first. */
  readonly difference: readonly number[];
  /** What each saves against what runs today; empty where nothing does. */
  readonly saved: Readonly<Partial<Record<Architecture, readonly number[]>>>;
}

/** @param today what runs today; null where nothing does */
export function trialDots(
  parts: readonly Outcomes[],
  { ranking, rival }: UncertaintyDocument["base"],
  today: Architecture | null,
): TrialDots {
  const moving = today === null ? [] : architectures.filter((name) => name !== today);
  return {
    difference: differenceDots(parts, ranking[0] ?? rival, rival),
    saved: Object.fromEntries(moving.map((to) => [to, differenceDots(parts, to, today ?? to)])),
  };
}

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
