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

/** The value at a place on a scale. */
export function fromScale(scale: Scale, { min, max }: Bounds, s: number): number {
  if (scale === "plain") return s;
  return scale === "log" ? exp(s) : min + (max - min) / (1 + exp(-s));
}

/** Whether a value is where its scale ends. */
export function isEndOfScale(scale: Scale, bounds: Bounds, x: number): boolean {
  return !Number.isFinite(toScale(scale, bounds, x));
}
