// An additive value function (Keeney and Raiffa 1976) with swing weights (Edwards and Barron 1994).

/** What each option is worth by each criterion, 0 to 1: a row for each option. */
export type Values = readonly (readonly number[])[];

/** Weights that sum to 1. Where all are 0, they are equal. */
export function normalised(swings: readonly number[]): number[] {
  const sum = swings.reduce((total, swing) => total + swing, 0);
  return swings.map((swing) => (sum > 0 ? swing / sum : 1 / swings.length));
}

/** What each criterion adds to an option's score. */
export function contributions(values: readonly number[], weights: readonly number[]): number[] {
  return values.map((value, k) => value * (weights[k] as number));
}

export function scoreOf(values: readonly number[], weights: readonly number[]): number {
  return contributions(values, weights).reduce((total, each) => total + each, 0);
}

/** The options by their score, the greatest first; equal ones in their order. @param among the options that may rank; all unless given */
export function ranked(
  values: Values,
  weights: readonly number[],
  among: readonly number[] = values.map((_, a) => a),
): number[] {
  const scores = values.map((each) => scoreOf(each, weights));
  return [...among].sort((a, b) => (scores[b] as number) - (scores[a] as number) || a - b);
}

/** Whether the first is worth no less in anything, and more in something. */
export function dominates(values: readonly number[], other: readonly number[]): boolean {
  return (
    values.every((value, k) => value >= (other[k] as number)) && values.some((value, k) => value > (other[k] as number))
  );
}

/** A weight at which another comes to rank first. */
export interface WeightFlip {
  readonly criterion: number;
  /** The weight, 0 to 1, at which the two scores are equal. */
  readonly weight: number;
  /** Who overtakes beyond it. */
  readonly overtakes: number;
}

/**
 * For each criterion the least change of its weight alone, the others keeping their proportions, that changes the first place: scores are straight
 * lines in it, so it is where two of them meet.
 *
 * @returns null for a criterion of which no weight does
 */
export function leastFlips(
  values: Values,
  weights: readonly number[],
  among: readonly number[] = values.map((_, a) => a),
): (WeightFlip | null)[] {
  const [first] = ranked(values, weights, among);
  return weights.map((weight, k) => {
    if (first === undefined || weight >= 1) return null;
    /** What the others add, were they all. */
    const rest = (a: number) =>
      (scoreOf(values[a] as number[], weights) - weight * (values[a]?.[k] as number)) / (1 - weight);
    let least: WeightFlip | null = null;
    for (const other of among) {
      if (other === first) continue;
      const apart = rest(first) - rest(other);
      const slope = (values[first]?.[k] as number) - (values[other]?.[k] as number) - apart;
      const at = -apart / slope;
      // Not along lines that are one, and not where they only touch at the very end.
      if (slope === 0 || !(at >= 0 && at <= 1) || isTouched(at, slope)) continue;
      if (least === null || Math.abs(at - weight) < Math.abs(least.weight - weight)) {
        least = { criterion: k, weight: at, overtakes: other };
      }
    }
    return least;

    /** Whether beyond the meeting, seen from the present weight, there is no weight left for the other to lead in. */
    function isTouched(at: number, slope: number): boolean {
      const goesUp = at > weight || (at === weight && slope < 0);
      return goesUp ? at >= 1 : at <= 0;
    }
  });
}
