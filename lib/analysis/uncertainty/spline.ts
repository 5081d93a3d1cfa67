import { inverseNormal } from "@/lib/math/inverse-normal";

const knots = [0.05, 0.275, 0.5, 0.725, 0.95].map(inverseNormal) as [number, number, number, number, number];
const [k1, k2, k3, k4, k5] = knots;
const [c4, c5] = [k5 - k4, (k5 - k1) * (k5 - k1)];
/**
 * The terms of a natural cubic spline beside the constant and the place itself, each by its factors of the cubes that
 * begin at the five knots: straight from the last knot on (uncertainty.md section 17).
 */
const bends = [k1, k2, k3].map((kj, place) =>
  knots.map((_, k) => {
    if (k === 3) return (kj - k5) / c4 / c5;
    if (k === 4) return (k4 - kj) / c4 / c5;
    return k === place ? 1 / c5 : 0;
  }),
);

const cube = (x: number) => x * x * x;

/** What columns are made of at a place: the constant, the place, and the cubes. */
const partsAt = (x: number) => [1, x, ...knots.map((k) => cube(Math.max(0, x - k)))];
const terms = [[1, 0, 0, 0, 0, 0, 0], [0, 1, 0, 0, 0, 0, 0], ...bends.map((cubes) => [0, 0, ...cubes])];

/** Quantiles of the standard normal that stand for it. */
const standing = Array.from({ length: 200 }, (_, i) => partsAt(inverseNormal((i + 0.5) / 200)));

const dot = (a: readonly number[], b: readonly number[]) => a.reduce((sum, x, i) => sum + x * (b[i] as number), 0);
const product = (a: readonly number[], b: readonly number[]) =>
  standing.reduce((sum, parts) => sum + dot(a, parts) * dot(b, parts), 0) / standing.length;

/**
 * The same as sums that are at right angles to one another, and of length 1, where a draw is normal: then there is
 * little to take out of the columns of draws, which are nearly so.
 */
const factors: (readonly number[])[] = [];
for (const term of terms) {
  let left = term;
  for (const other of factors) {
    const along = product(left, other);
    left = left.map((x, k) => x - along * (other[k] as number));
  }
  const size = Math.sqrt(product(left, left));
  factors.push(left.map((x) => x / size));
}

/** Fills in the sum of parts, each with its factor. */
function fillColumn(column: Float64Array, z: Float64Array, cubes: Float64Array, of: readonly number[]): void {
  const [one = 0, straight = 0, b1 = 0, b2 = 0, b3 = 0, b4 = 0, b5 = 0] = of;
  for (let i = 0, at = 0; i < z.length; i++, at += knots.length) {
    const early = b1 * (cubes[at] as number) + b2 * (cubes[at + 1] as number) + b3 * (cubes[at + 2] as number);
    const late = b4 * (cubes[at + 3] as number) + b5 * (cubes[at + 4] as number);
    column[i] = one + straight * (z[i] as number) + (early + late);
  }
}

/** The cubes: one room for all inputs, for to make one takes as long as to fill it. */
let room = new Float64Array(0);

/** The columns of an input: a natural cubic spline of its draws, beside a constant. */
export function splineColumns(z: Float64Array): Float64Array[] {
  if (room.length !== z.length * knots.length) room = new Float64Array(z.length * knots.length);
  const cubes = room;
  for (const [k, knot] of knots.entries()) {
    for (let i = 0, at = k; i < z.length; i++, at += knots.length) {
      // No branch: in draws it would be guessed wrong every other time.
      const beyond = Math.max(0, (z[i] as number) - knot);
      cubes[at] = beyond * beyond * beyond;
    }
  }
  return factors.slice(1).map((of) => {
    const column = new Float64Array(z.length);
    fillColumn(column, z, cubes, of);
    return column;
  });
}
