/**
 * Accurate enough to begin Newton's method with: the language's own has other digits in other engines. For x from 0 to
 * π.
 */
function cosine(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; k < 20; k++) {
    term *= -(x * x) / ((2 * k - 1) * (2 * k));
    sum += term;
  }
  return sum;
}

const pi = 3.141592653589793;

/** Nodes and weights of Gauss-Legendre on [−1, 1], by Newton's method on the Legendre polynomial. */
export function gaussLegendre(n: number): readonly { readonly x: number; readonly w: number }[] {
  return Array.from({ length: n }, (_, i) => {
    let x = cosine((pi * (i + 0.75)) / (n + 0.5));
    let slope = 1;
    for (let round = 0; round < 100; round++) {
      let [p0, p1] = [1, x];
      for (let k = 2; k <= n; k++) [p0, p1] = [p1, ((2 * k - 1) * x * p1 - (k - 1) * p0) / k];
      slope = (n * (x * p1 - p0)) / (x * x - 1);
      const step = p1 / slope;
      x -= step;
      if (Math.abs(step) < 1e-15) break;
    }
    return { x, w: 2 / ((1 - x * x) * slope * slope) };
  });
}
