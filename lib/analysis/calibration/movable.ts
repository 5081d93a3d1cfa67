import type { Quantity } from "@/lib/formula/node";
import { type DeclaredInputs, isMoney } from "@/lib/model/currency";
import { type InputKey, type Inputs, inputList } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import type { Scale } from "@/lib/model/ranges/declaration";
import { declaredRanges } from "@/lib/model/ranges/declared-ranges";
import { isEndOfScale, toScale } from "@/lib/model/spread/scale";
import { inputsBehind } from "../sensitivity/dependencies";
import { type InputRange, type OwnRanges, triedRange } from "../sensitivity/input-range";

/** An input that a bill may move, and how far. */
export interface Movable {
  readonly input: NumberInput;
  readonly value: number;
  readonly range: InputRange;
  readonly scale: Scale;
  /** On the scale: where the value stands, and half the width of the range, above 0. */
  readonly from: number;
  readonly unit: number;
}

/** Groups of inputs that a bill says nothing of: what the service is asked for, and how prices change over the years. */
const notOfABill = new Set(["general", "escalation", "demand"]);

/**
 * How far a bill may move an input: within its own range, else within the declared one (uncertainty.md section 15). The declared one
 * stays where it is declared: carried along with the value, as draws have it, one bill after another could move a value without limit.
 *
 * @returns null where it is certain
 */
function reach(input: NumberInput, value: number, stated: OwnRanges[string]): InputRange | null {
  const drawn = triedRange(input, value, stated);
  if (drawn === null) return null;
  const { low, high } = stated?.range === undefined ? { low: input.low as number, high: input.high as number } : drawn;
  return { low: Math.min(low, value), high: Math.max(high, value) };
}

function movableOf(input: NumberInput, value: number, stated: OwnRanges[string]): Movable[] {
  const range = reach(input, value, stated);
  if (range === null || range.low === range.high) return [];
  const declared = declaredRanges[input.key]?.scale ?? (isMoney(input) ? "log" : "plain");
  const ends = [range.low, value, range.high];
  const scale = ends.some((end) => isEndOfScale(declared, input, end)) ? "plain" : declared;
  const [low, from, high] = ends.map((end) => toScale(scale, input, end)) as [number, number, number];
  return [{ input, value, range, scale, from, unit: (high - low) / 2 }];
}

/** The inputs that quantities of a bill depend on and that may move: prices, shares and utilisation with a range, none contracted. */
export function movableInputs(
  quantities: readonly Quantity[],
  inputs: Inputs,
  declared: DeclaredInputs,
  stated: OwnRanges,
): Movable[] {
  const behind = inputsBehind(quantities, inputs);
  return inputList.flatMap(({ key, group }) => {
    const input = declared.input[key as InputKey];
    const value = inputs[key as InputKey];
    if (!behind.has(key as InputKey) || notOfABill.has(group)) return [];
    if (input.format === "choice" || input.integer || typeof value !== "number") return [];
    return movableOf(input, value, stated[key]);
  });
}
