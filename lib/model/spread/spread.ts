import type { NumberInput } from "../inputs/declaration";
import type { DeclaredRange, Scale } from "../ranges/declaration";
import type { Evidence, OwnRange } from "./own-range";
import { type Bounds, isEndOfScale, toScale } from "./scale";

/** How a figure spreads around its median on a scale: as far down and up as its 10th and 90th percentile lie. */
export interface ScaledSpread {
  readonly kind: "scaled";
  readonly scale: Scale;
  readonly bounds: Bounds;
  readonly median: number;
  readonly down: number;
  readonly up: number;
  /** Of what is negative: the figures without their sign are spread. */
  readonly isNegated?: true;
}

/** What a figure may turn out to be. */
export type Spread = ScaledSpread | Exclude<OwnRange, { kind: "range" }>;

/** What is said of one input. */
interface Stated {
  /** The input in the model's currency, with the default and the ends that its declared range has there. */
  readonly input: NumberInput;
  readonly range: DeclaredRange | undefined;
  readonly value: number;
  readonly own: OwnRange | undefined;
  /** Where a scenario sets the input: the value in its model, beside which its own range was stated. */
  readonly ownBeside?: number | undefined;
  readonly evidence: Evidence | undefined;
}

/** The share of the declared spread that is left where a value was measured. */
const measuredShare = 0.5;

/** The scale on which an own range lies. */
function scaleOfOwn(input: NumberInput, declared: DeclaredRange | undefined, low: number, high: number): Scale {
  const scale = declared?.scale ?? (input.min < 0 ? "plain" : input.max <= 1 ? "logit" : "log");
  return isEndOfScale(scale, input, low) || isEndOfScale(scale, input, high) ? "plain" : scale;
}

/** A spread, or none where it has no width. */
function scaled(scale: Scale, bounds: Bounds, median: number, down: number, up: number): ScaledSpread | null {
  return down === 0 && up === 0 ? null : { kind: "scaled", scale, bounds, median, down, up };
}

/** A spread carried to another median: cut at the bounds, so that no more than one draw in ten lies on one. */
function carried(scale: Scale, bounds: Bounds, median: number, down: number, up: number): ScaledSpread | null {
  if (isEndOfScale(scale, bounds, median)) return null;
  const at = (x: number) => toScale(scale, bounds, x);
  return scaled(
    scale,
    bounds,
    median,
    Math.min(down, at(median) - at(bounds.min)),
    Math.min(up, at(bounds.max) - at(median)),
  );
}

function ofOwnRange({ input, range, value, ownBeside }: Stated, own: OwnRange): Spread | null {
  if (own.kind !== "range") return own;
  const scale = scaleOfOwn(input, range, own.low, own.high);
  const at = (x: number) => toScale(scale, input, x);
  const beside = ownBeside ?? value;
  const down = at(beside) - at(own.low);
  const up = at(own.high) - at(beside);
  return ownBeside === undefined ? scaled(scale, input, value, down, up) : carried(scale, input, value, down, up);
}

/**
 * What an input may turn out to be (uncertainty.md section 15): by its own range, else by the declared one.
 *
 * @returns null where it is certain, or nothing is said of it
 */
export function spreadOf(stated: Stated): Spread | null {
  const { input, range, value, own, ownBeside, evidence } = stated;
  if (own && (own.kind === "range" || ownBeside === undefined)) return ofOwnRange(stated, own);
  if (evidence === "certain" || !range || input.low === undefined || input.high === undefined) return null;
  const at = (x: number) => toScale(range.scale, input, x);
  const share = evidence === "measured" ? measuredShare : 1;
  const down = share * (at(input.default) - at(input.low));
  const up = share * (at(input.high) - at(input.default));
  return carried(range.scale, input, value, down, up);
}

const unbounded: Bounds = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY };

/** What the amount of an own line may turn out to be; null where it is certain. */
export function spreadOfAmount(amount: number, low: number, high: number): ScaledSpread | null {
  if (high < 0) {
    const spread = spreadOfAmount(-amount, -high, -low);
    return spread && { ...spread, isNegated: true };
  }
  const scale = low > 0 ? "log" : "plain";
  const at = (x: number) => toScale(scale, unbounded, x);
  return scaled(scale, unbounded, amount, at(amount) - at(low), at(high) - at(amount));
}
