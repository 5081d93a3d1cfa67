import { completeInputs, declaredAt, declaredCurrency } from "@/lib/model/currency";
import { type InputKey, type Inputs, isInputKey } from "@/lib/model/inputs";
import { type InputDeclaration, isPercentage, type NumberInput } from "@/lib/model/inputs/declaration";
import { refusalFault } from "@/lib/model/refusal";
import { keepsOrder, type OrderRule, orderRules } from "@/lib/model/rules";
import type { FieldError, Outcome } from "@/lib/outcome";
import { describeNumber, numberText, signedText } from "@/lib/value/describe-input";
import { inReadersMarks } from "@/lib/value/number-marks";
import { unitLabel } from "@/lib/value/unit-label";

export type Checked<T, K extends string> = Outcome<Record<K, T>>;

/** What was typed, short enough to be repeated in a message. */
export function shown(value: unknown): string {
  if (value === undefined || value === "") return "nothing was given";
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
    return "you typed a number too large to hold";
  const text =
    typeof value === "string"
      ? `"${value}"`
      : typeof value === "object"
        ? "something that is no number"
        : inReadersMarks(String(value));
  return `you typed ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`;
}

/** What of a figure's declaration says which numbers it may be. */
type Bounded = Pick<NumberInput, "format" | "label" | "unit"> & {
  readonly min?: number;
  readonly max?: number;
  readonly isAboveMin?: boolean;
  readonly integer?: boolean;
};

/** "between 1 and 120 months", "at least 0 EUR", "above 0"; nothing where it may be any number. */
function boundsWords(declared: Bounded, currency: string): string {
  const { min, max, isAboveMin } = declared;
  if (min === undefined) return "";
  if (max !== undefined) return `between ${numberText(declared, min)} and ${describeNumber(declared, max, currency)}`;
  return `${isAboveMin ? "above" : "at least"} ${describeNumber(declared, min, currency)}`;
}

/** In the words of the field: money in its currency, shares as percentages. */
export function numberMessage(declared: Bounded, value: unknown, currency: string): string {
  const isNumber = typeof value === "number" && Number.isFinite(value);
  const isWhole = !declared.integer || (isNumber && Number.isInteger(value));
  const bounds = boundsWords(declared, currency);
  // Of what has no greatest value, the first fault is told without the bound.
  const isOpen = declared.max === undefined;
  const kind = isWhole
    ? isNumber
      ? ""
      : "a number"
    : `a whole number${isOpen && declared.unit !== "" ? ` of ${unitLabel(declared.unit, currency)}` : ""}`;
  const isCountable = !isNumber || !declared.integer || Math.abs(value) <= Number.MAX_SAFE_INTEGER;
  if (isOpen && isWhole && !isCountable)
    return `${declared.label} must be a number that can be counted; ${shown(value)}.`;
  const what = isOpen && kind !== "" ? kind : [kind, bounds].filter(Boolean).join(" ");
  const given = isNumber && isPercentage(declared) ? `you typed ${signedText(declared, value)}` : shown(value);
  return `${declared.label} must be ${what}; ${given}.`;
}

/** What is wrong with a value, in one sentence. Plain code, for it runs at every key and loads with every page that has inputs. */
function faultOf(declared: InputDeclaration, value: unknown, currency: string): string | undefined {
  if (declared.format === "choice") {
    const isChoice = typeof value === "string" && declared.choices.includes(value);
    return isChoice ? undefined : `${declared.label} must be one of ${declared.choices.join(", ")}; ${shown(value)}.`;
  }
  const isGood =
    typeof value === "number" &&
    value >= declared.min &&
    value <= declared.max &&
    (!declared.integer || Number.isInteger(value));
  return isGood ? undefined : numberMessage(declared, value, currency);
}

function unknownKey(key: string): FieldError {
  return { key, message: `The model has no input "${key.slice(0, 60)}". Remove it, or correct its name.` };
}

/** The faults of one value, without the rules between inputs; money has the bounds of the currency at this rate to the dollar. */
export function checkField(
  key: string,
  value: unknown,
  rate = 1,
  currency = declaredCurrency,
  declared = declaredAt(rate),
): FieldError[] {
  if (!isInputKey(key)) return [unknownKey(key)];
  const message = faultOf(declared.input[key], value, currency);
  return message === undefined ? [] : [{ key, message }];
}

function ruleFault(rule: OrderRule, inputs: Inputs, given: Partial<Inputs>): FieldError[] {
  if (keepsOrder(rule, inputs)) return [];
  const fault = refusalFault({ ok: false, kind: "order", rule, inputs });
  return [{ ...fault, key: rule.keys.find((key) => key in given) ?? fault.key }];
}

function isPlainObject(given: unknown): given is object {
  if (typeof given !== "object" || given === null) return false;
  const prototype = Object.getPrototypeOf(given);
  return prototype === Object.prototype || prototype === null;
}

/**
 * Checks a set of inputs, all of it: unknown names, types, bounds, and the rules between inputs (what is not given has its default).
 *
 * @param rate what one US dollar is in the currency of the inputs
 * @param currency its code, for the words of faults
 * @param declared whose bounds and defaults count: today's, or those of the version that the inputs are stored under
 */
export function checkInputs(
  given: unknown,
  rate = 1,
  currency = declaredCurrency,
  declared = declaredAt(rate),
): Checked<Partial<Inputs>, "inputs"> {
  if (!isPlainObject(given))
    return { ok: false, faults: [{ key: "inputs", message: "Inputs must be given by their names." }] };
  const faults = Object.entries(given).flatMap(([key, value]) => checkField(key, value, rate, currency, declared));
  const inputs = { ...given } as Partial<Inputs>;
  const wrong = new Set(faults.map((fault) => fault.key));
  for (const rule of orderRules) {
    if (!rule.keys.some((key) => wrong.has(key)))
      faults.push(...ruleFault(rule, completeInputs(inputs, rate, declared), inputs));
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, inputs };
}

/** Only what differs from the defaults at a rate to the dollar, today's or those of a version. */
export function changedInputs(inputs: Partial<Inputs>, rate: number, declared = declaredAt(rate)): Partial<Inputs> {
  const { defaults } = declared;
  return Object.fromEntries(Object.entries(inputs).filter(([key, value]) => value !== defaults[key as InputKey]));
}
