/**
 * cos(m·π/2n) for m = 0..4n, n a power of 2 or thrice one: by half angles, for the language's own cosine has other
 * digits in other engines.
 */
function cosines(n: number): Float64Array {
  // From a quarter of the circle, of one or three parts, each pass halves the angle between neighbours.
  let cosineOfStep = n % 3 === 0 ? Math.sqrt(3) / 2 : 0;
  let quarter = n % 3 === 0 ? [1, cosineOfStep, 1 / 2, 0] : [1, 0];
  while (quarter.length - 1 < n) {
    cosineOfStep = Math.sqrt((1 + cosineOfStep) / 2);
    quarter = quarter.flatMap((value, m) => {
      const next = quarter[m + 1];
      return next === undefined ? [value] : [value, (value + next) / (2 * cosineOfStep)];
    });
  }
  return Float64Array.from({ length: 4 * n + 1 }, (_, m) => {
    const folded = m > 2 * n ? 4 * n - m : m;
    return folded <= n ? (quarter[folded] as number) : -(quarter[2 * n - folded] as number);
  });
}

interface Nodes {
  /** From 1 to -1. */
  readonly at: Float64Array;
  /** Of node j in coefficient k, at k·n + j. */
  readonly weight: Float64Array;
}

const known = new Map<number, Nodes>();

/** n Chebyshev points of -1..1. @param n a power of 2, or thrice one */
export function chebyshevNodes(n: number): Nodes {
  const made = known.get(n);
  if (made) return made;
  const cosine = cosines(n);
  const weight = new Float64Array(n * n);
  for (let k = 0; k < n; k++) {
    for (let j = 0; j < n; j++)
      weight[k * n + j] = ((k === 0 ? 1 : 2) / n) * (cosine[(k * (2 * j + 1)) % (4 * n)] as number);
  }
  const nodes = { at: Float64Array.from({ length: n }, (_, j) => cosine[2 * j + 1] as number), weight };
  known.set(n, nodes);
  return nodes;
}

/**
 * The coefficients of a polynomial through a smooth function at n Chebyshev points: of a function that is analytic in an ellipse around
 * the interval it is wrong by the ellipse's size to the power of −n (Trefethen, Approximation Theory and Approximation Practice, chapter 8).
 *
 * @param values the function at the points
 * @param coefficients filled in, n of them
 */
export function fillCoefficients(n: number, values: Float64Array, coefficients: Float64Array): void {
  const { weight } = chebyshevNodes(n);
  for (let k = 0; k < n; k++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += (weight[k * n + j] as number) * (values[j] as number);
    coefficients[k] = sum;
  }
}

/** The polynomial of n coefficients at a place of -1..1: by Clenshaw's recurrence. */
export function chebyshevAt(n: number, coefficients: Float64Array, place: number): number {
  const twice = 2 * place;
  let ahead = 0;
  let next = 0;
  for (let k = n - 1; k > 0; k--) {
    // What is known before `ahead` is taken together first: so the next step waits for two operations only.
    const now = twice * ahead + ((coefficients[k] as number) - next);
    next = ahead;
    ahead = now;
  }
  return place * ahead + ((coefficients[0] as number) - next);
}
