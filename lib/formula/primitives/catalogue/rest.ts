/** By how much the logarithm of what is interpolated may vary over so many points: then it is right to some 1e-12. */
export const enoughPoints = [
  { count: 8, reach: 0.2 },
  { count: 12, reach: 0.6 },
  { count: 16, reach: 1.2 },
  { count: 24, reach: 2.2 },
  { count: 32, reach: 3.2 },
] as const;
export const mostPoints = 32;
/**
 * Interpolation begins and ends at whole parts of 1 of the logarithm, so many: then many trials of one catalogue are
 * interpolated on the same points.
 */
export const logarithmParts = 16;
/** So many times as many months as points: of fewer months each is summed by itself. */
export const monthsByPoint = 1.5;

/** With less steep a popularity all of the rest is summed: what is done here would lose digits. */
export const leastExponent = 0.05;

const [factors, terms] = [new Float64Array(mostPoints), new Float64Array(mostPoints)];

/**
 * Adds what is carried of the rest of a catalogue, as a share, to that of its first items: as Chebyshev coefficients in
 * ln c. The integral of G(c·x^−s) from item m to item n is T(c) with, by parts,
 *
 *     T − s·dT/d(ln c) = n·G(c·n^−s) − m·G(c·m^−s)
 *
 * so the rest need only be summed at one number of users, and both ends at the others. With T = c·S that is
 * (1 − s)·S − s·dS/d(ln c) = what is on the right by c. As 2k·S_k = half·(S'_(k−1) − S'_(k+1)), three coefficients
 * that follow one another make up an equation, and each is solved for by the one before, from the last to the first.
 *
 * @param count of coefficients
 * @param half of the span of ln c
 * @param exponent s, not below the least
 * @param ends coefficients of the right side by c
 * @param last S at the most users, where the span ends
 * @param shares coefficients of the first items' share, and then of all
 */
export function addRest(
  count: number,
  half: number,
  exponent: number,
  ends: Float64Array,
  last: number,
  shares: Float64Array,
): void {
  const rest = 1 - exponent;
  const step = (2 * exponent) / half;
  let factor = 0;
  let term = 0;
  let allFactors = 0;
  let allTerms = 0;
  let after = 0;
  for (let k = count - 1; k > 0; k--) {
    // The first coefficient counts twice, as cosines have it.
    const before = (k === 1 ? 2 : 1) * (ends[k - 1] as number);
    const by = 1 / (k * step + rest * factor);
    term = (after - before - rest * term) * by;
    factor = rest * by;
    // All from here on are so many times the one before, and so much.
    allTerms += term * (1 + allFactors);
    allFactors = factor * (1 + allFactors);
    factors[k] = factor;
    terms[k] = term;
    after = ends[k] as number;
  }
  // At the end of the span all coefficients add up.
  let share = (last - allTerms) / (1 + 2 * allFactors);
  shares[0] = (shares[0] as number) + share;
  share *= 2;
  for (let k = 1; k < count; k++) {
    share = (factors[k] as number) * share + (terms[k] as number);
    shares[k] = (shares[k] as number) + share;
  }
}
