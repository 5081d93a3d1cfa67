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
  readonly at: Float64Array;
  /** Of node j in coefficient k, at k·n + j. */
  readonly weight: Float64Array;
}

const known = new Map<number, Nodes>();

function nodesOf(n: number): Nodes {
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
 * A polynomial through a smooth function at n Chebyshev points of an interval: of a function that is analytic in an ellipse around the
 * interval it is wrong by the ellipse's size to the power of −n (Trefethen, Approximation Theory and Approximation Practice, chapter 8).
 *
 * @param n a power of 2, or thrice one
 */
export function chebyshev(f: (x: number) => number, from: number, to: number, n: number): (x: number) => number {
  const { at, weight } = nodesOf(n);
  const [middle, half] = [(from + to) / 2, (to - from) / 2];
  // Lists of numbers, for short typed arrays are dearer to make than to fill.
  const values: number[] = [];
  for (let j = 0; j < n; j++) values.push(f(middle + half * (at[j] as number)));
  const coefficients: number[] = [];
  for (let k = 0; k < n; k++) {
    let sum = 0;
    for (let j = 0; j < n; j++) sum += (weight[k * n + j] as number) * (values[j] as number);
    coefficients.push(sum);
  }
  // Clenshaw's recurrence.
  return (x) => {
    const place = (x - middle) / half;
    let ahead = 0;
    let next = 0;
    for (let k = n - 1; k > 0; k--) {
      const now = 2 * place * ahead - next + (coefficients[k] as number);
      next = ahead;
      ahead = now;
    }
    return place * ahead - next + (coefficients[0] as number);
  };
}
