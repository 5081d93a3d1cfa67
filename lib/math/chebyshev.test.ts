import { expect, it } from "vitest";
import { chebyshevAt, chebyshevNodes, fillCoefficients } from "./chebyshev";

/** The polynomial through a function at n points of from..to. */
function chebyshev(f: (x: number) => number, from: number, to: number, n: number): (x: number) => number {
  const [middle, half] = [(from + to) / 2, (to - from) / 2];
  const coefficients = new Float64Array(n);
  const values = chebyshevNodes(n).at.map((place) => f(middle + half * place));
  fillCoefficients(n, values, coefficients);
  return (x) => chebyshevAt(n, coefficients, (x - middle) / half);
}

it("a polynomial through Chebyshev points is the polynomial that it goes through", () => {
  // By hand: degree 3 is below 8.
  const cubic = (x: number) => 2 * x ** 3 - x + 5;
  const found = chebyshev(cubic, -1, 3, 8);
  for (const x of [-1, -0.3, 0, 1.7, 3]) expect(found(x)).toBeCloseTo(cubic(x), 12);
});

it.each([8, 12, 16, 24, 32])("through %d points is as near to e^x as the theory says", (n) => {
  // On −1..1 the coefficients that are left out are twice Bessel's I_k(1), some 2·(1/2)^k/k! each, and come in at most twice: from the 8th
  // on 4e-7, from the 12th on 2.1e-12, from the 16th below the last digit.
  const found = chebyshev(Math.exp, -1, 1, n);
  for (let x = -1; x <= 1; x += 0.01)
    expect(Math.abs(found(x) - Math.exp(x))).toBeLessThan(n === 8 ? 4e-7 : n === 12 ? 2.1e-12 : 4e-15);
});
