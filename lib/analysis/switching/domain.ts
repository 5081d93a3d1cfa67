import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { exp } from "@/lib/math/exp";
import { inverseNormal } from "@/lib/math/inverse-normal";
import { log } from "@/lib/math/log";
import type { InputKey } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import { declaredRanges } from "@/lib/model/ranges/declared-ranges";
import { type QuantileFunction, quantileFunction } from "@/lib/model/spread/quantile-function";
import { spreadOf } from "@/lib/model/spread/spread";

/** The values over which an input is tried alone. */
export interface Domain {
  readonly key: InputKey;
  /** What the input is now. */
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Whether equal steps are equal factors. */
  readonly isLog: boolean;
  readonly isWhole: boolean;
  /** How the input spreads; null where it is certain, or nothing is said of it. */
  readonly at: QuantileFunction | null;
}

/** How far the domain goes: 3.5 standard deviations to both sides, with the share that is lower than the lower one. */
const end = 3.5;
const below = 2.32629079035525e-4;
/** From this ratio of its ends on, a domain is on a logarithmic scale. */
const logFrom = 10;

/** The domain of an input in the model's currency; null where it has no width. */
export function domainOf(
  request: Omit<UncertaintyRequest, "drivers" | "trials" | "seed">,
  key: InputKey,
): Domain | null {
  const { inputs, declared, ranges, modelValues, evidence } = request;
  const input = declared.input[key] as NumberInput;
  const value = inputs[key] as number;
  const spread = spreadOf({
    ...{ input, range: declaredRanges[key], value, own: ranges[key], ownBeside: modelValues?.[key] },
    evidence: evidence[key],
  });
  const at = spread && quantileFunction(spread, input, input.integer);
  const low = Math.min(value, at === null ? input.min : at(below, -end));
  const high = Math.max(value, at === null ? input.max : at(1 - below, end));
  if (low === high) return null;
  return { key, value, low, high, isLog: low > 0 && high >= logFrom * low, isWhole: input.integer, at };
}

/** The place of a value in a domain: 0 at its low end, 1 at its high one. */
export function placeIn({ low, high, isLog }: Domain, x: number): number {
  return isLog ? log(x / low) / log(high / low) : (x - low) / (high - low);
}

/** The value at a place, rounded where the input is a whole number. */
export function valueAt({ low, high, isLog, isWhole }: Domain, place: number): number {
  const exact = isLog ? low * exp(place * log(high / low)) : low + place * (high - low);
  // The ends are the ends, whatever dust the scale leaves.
  const x = place === 0 ? low : place === 1 ? high : Math.min(Math.max(exact, low), high);
  return isWhole ? Math.floor(x + 0.5) : x;
}

/** Halvings in the search for a share: to the last digits of a double. */
const halvings = 52;

/** The share of what an input may be for which a condition holds, of those that hold up to some value and not beyond. */
function shareWhile(at: QuantileFunction, holds: (x: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let i = 0; i < halvings; i++) {
    const p = (low + high) / 2;
    if (p <= 0 || p >= 1) break;
    if (holds(at(p, inverseNormal(p)))) low = p;
    else high = p;
  }
  return low < 0.5 ? low : high;
}

/** How likely an input lies from one value to another, both included, by its range; an end of the domain stands for all beyond it. */
export function likelihood({ at, low, high }: Domain, from: number, to: number): number | null {
  if (at === null) return null;
  const upTo = to >= high ? 1 : shareWhile(at, (x) => x <= to);
  const before = from <= low ? 0 : shareWhile(at, (x) => x < from);
  return Math.max(0, upTo - before);
}
