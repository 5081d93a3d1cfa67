import { expOfTwo } from "../../formula/compiled/elementary";
import { rowFunction } from "../../formula/compiled/rows";
import { exp } from "../../math/exp";
import { log } from "../../math/log";
import type { Scale } from "../ranges/declaration";

/** The bounds of what lies on a scale. */
export interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** The place of a value on a scale (uncertainty.md section 15); infinite at an end of it. */
export function toScale(scale: Scale, { min, max }: Bounds, x: number): number {
  if (scale === "plain") return x;
  if (scale === "log") return x <= 0 ? Number.NEGATIVE_INFINITY : log(x);
  if (x >= max) return Number.POSITIVE_INFINITY;
  return x <= min ? Number.NEGATIVE_INFINITY : log((x - min) / (max - x));
}

/** Of what a place on a scale other than `plain` is made the exponential. */
const exponentAt = (scale: Scale, s: number) => (scale === "log" ? s : -s);

/** The value of which that is the exponential. */
const ofExponential = (scale: Scale, { min, max }: Bounds, e: number) =>
  scale === "log" ? e : min + (max - min) / (1 + e);

/** The value at a place on a scale. */
export function fromScale(scale: Scale, bounds: Bounds, s: number): number {
  return scale === "plain" ? s : ofExponential(scale, bounds, exp(exponentAt(scale, s)));
}

const expOfRow = rowFunction(expOfTwo);

/** Puts the values at many places in the stead of these. */
export function rowFromScale(scale: Scale, bounds: Bounds, row: Float64Array): void {
  if (scale === "plain") return;
  if (scale === "log") {
    expOfRow(row);
    return;
  }
  for (let i = 0; i < row.length; i++) row[i] = exponentAt(scale, row[i] as number);
  expOfRow(row);
  for (let i = 0; i < row.length; i++) row[i] = ofExponential(scale, bounds, row[i] as number);
}

/** Whether a value is where its scale ends. */
export function isEndOfScale(scale: Scale, bounds: Bounds, x: number): boolean {
  return !Number.isFinite(toScale(scale, bounds, x));
}
