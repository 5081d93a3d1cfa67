import { inverseNormal } from "@/lib/math/inverse-normal";
import type { FitColumns } from "./fit";

const [k1, k2, k3, k4, k5] = [0.05, 0.275, 0.5, 0.725, 0.95].map(inverseNormal) as [
  number,
  number,
  number,
  number,
  number,
];
const [unit, between] = [1 / 8 / (k5 - k1) ** 2, k5 - k4];
/** Of each term, the factors of the cubes that begin at the last two knots: so it is straight from the last on. */
const late = [k1, k2, k3].map((knot) => [((knot - k5) / between) * unit, ((k4 - knot) / between) * unit] as const);
const [[p1, q1], [p2, q2], [p3, q3]] = late as [
  readonly [number, number],
  readonly [number, number],
  readonly [number, number],
];

/** Eight times (x − knot)³ from the knot on. Without a branch: in draws it would be guessed wrong every other time. */
function cubeFrom(x: number, knot: number): number {
  const twice = x - knot + Math.abs(x - knot);
  return twice * twice * twice;
}

/** The columns of an input beside a constant: a natural cubic spline of its draws (uncertainty.md section 17). */
export class SplineColumns implements FitColumns {
  readonly count = 4;

  constructor(private readonly z: Float64Array) {}

  fill(from: number, to: number, cells: Float64Array, at: number, step: number): void {
    const { z } = this;
    for (let i = from, straight = at; i < to; i++, straight++) {
      const x = z[i] as number;
      const h4 = cubeFrom(x, k4);
      const h5 = cubeFrom(x, k5);
      cells[straight] = x;
      cells[straight + step] = unit * cubeFrom(x, k1) + (p1 * h4 + q1 * h5);
      cells[straight + 2 * step] = unit * cubeFrom(x, k2) + (p2 * h4 + q2 * h5);
      cells[straight + 3 * step] = unit * cubeFrom(x, k3) + (p3 * h4 + q3 * h5);
    }
  }
}
