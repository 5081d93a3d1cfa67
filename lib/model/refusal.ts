import type { Excess } from "../formula/evaluate";
import type { Quantity } from "../formula/node";
import type { FieldError } from "../outcome";
import { type Architecture, architectureNames, architectures } from "./architectures";
import { type Inputs, input } from "./inputs";
import type { OrderRule } from "./rules";

/** Why a model has no result: its inputs break a rule between them, or a figure grows too large to mean anything. */
export type ModelRefusal =
  | { readonly ok: false; readonly kind: "order"; readonly rule: OrderRule; readonly inputs: Inputs }
  | { readonly ok: false; readonly kind: "tooLarge"; readonly excess: Excess };

/** The refusal in one sentence for the person who typed the figures. */
export function refusalWords(refusal: ModelRefusal): string {
  return refusal.kind === "order" ? orderWords(refusal) : excessWords(refusal.excess);
}

/** The same, under the key of the input or the quantity that it is about. */
export function refusalFault(refusal: ModelRefusal): FieldError {
  const key = refusal.kind === "order" ? (refusal.rule.keys[0] as string) : refusal.excess.quantity.key;
  return { key, message: refusalWords(refusal) };
}

function orderWords({ rule, inputs }: ModelRefusal & { kind: "order" }): string {
  const order = rule.keys.map((key) => `${input[key].label} (${inputs[key]})`).join(rule.isStrict ? " < " : " ≤ ");
  return `These must rise in this order: ${order}. Change one of them.`;
}

function excessWords({ quantity, month, value }: Excess): string {
  const size = Number.isFinite(value) ? `would be ${value.toExponential(1)}` : "would be larger than can be counted";
  return `${nameOf(quantity)} ${size} in month ${month}, which is too large to mean anything. Lower the demand or its growth, or raise what one unit carries.`;
}

function nameOf({ key, label }: Quantity): string {
  const [architecture] = key.split(".");
  return architectures.includes(architecture as Architecture)
    ? `${label} (${architectureNames[architecture as Architecture].toLowerCase()})`
    : label;
}
