import type { NumberInput } from "@/lib/model/inputs/declaration";
import { declaredRanges } from "@/lib/model/ranges/declared-ranges";
import type { Evidence, OwnRange } from "@/lib/model/spread/own-range";
import { quantileFunction, z90 } from "@/lib/model/spread/quantile-function";
import { spreadOf } from "@/lib/model/spread/spread";

/** The range over which an input is tried alone, in its own unit: its 10th and its 90th percentile. */
export interface InputRange {
  readonly low: number;
  readonly high: number;
}

/** What a person states of how an input spreads. */
export interface StatedSpread {
  readonly range?: OwnRange;
  readonly evidence?: Evidence;
}

/** The same, by the key of the input. */
export type OwnRanges = Readonly<Record<string, StatedSpread | undefined>>;

/** Whether the range is a person's own. */
export function isOwnRange(stated: StatedSpread | undefined): boolean {
  return stated?.range !== undefined;
}

/**
 * The ends at which an input is tried: of the same spread as in trials (uncertainty.md section 15).
 *
 * @param input in the model's currency
 * @returns null where it is certain, or nothing is said of its spread
 */
export function triedRange(input: NumberInput, value: number, stated: StatedSpread = {}): InputRange | null {
  const { range: own, evidence } = stated;
  const spread = spreadOf({ input, range: declaredRanges[input.key], value, own, evidence });
  if (spread === null) return null;
  const at = quantileFunction(spread, input, input.integer);
  // Without the dust that a way to another scale and back leaves.
  const end = (p: number, z: number) => Number(at(p, z).toPrecision(12));
  return { low: end(0.1, -z90), high: end(0.9, z90) };
}
