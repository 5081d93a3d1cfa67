import { toText, toWords } from "@/lib/input-words";
import { completeInputs, declaredAt, declaredCurrency, isMoney } from "@/lib/model/currency";
import { type InputKey, type Inputs, input, inputList, isInputKey } from "@/lib/model/inputs";
import type { ChoiceInput, InputDeclaration, NumberInput } from "@/lib/model/inputs/declaration";
import { keepsOrder, type OrderRule, orderRules } from "@/lib/model/rules";
import { isPercentage } from "@/lib/unit-label";
import type { Fault } from "./model";
import { z } from "./zod";

export type Checked<T, K extends string> = ({ ok: true } & Record<K, T>) | { ok: false; faults: Fault[] };

/** What somebody gave, short enough to be said back to them. */
export function shown(value: unknown): string {
  if (value === undefined || value === "") return "nothing was given";
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
    return "you typed a number too large to hold";
  const text =
    typeof value === "string"
      ? `"${value}"`
      : typeof value === "object"
        ? "something that is no number"
        : String(value);
  return `you typed ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`;
}

/** In the words of the field: money in its currency, shares as percentages. */
function numberMessage(declared: NumberInput, value: unknown, currency: string): string {
  const isNumber = typeof value === "number" && Number.isFinite(value);
  const what =
    declared.integer && !(isNumber && Number.isInteger(value)) ? "a whole number " : isNumber ? "" : "a number ";
  const given =
    isNumber && isPercentage(declared.unit) ? `you typed ${toText(declared, value as number)} %` : shown(value);
  return `${declared.label} must be ${what}between ${toText(declared, declared.min)} and ${toWords(declared, declared.max, currency)}; ${given}.`;
}

function numberSchema(declared: NumberInput, currency: string) {
  const error = (issue: { input?: unknown }) => numberMessage(declared, issue.input, currency);
  const bounded = z.number({ error }).gte(declared.min, { error }).lte(declared.max, { error });
  return declared.integer ? bounded.refine(Number.isInteger, { error }) : bounded;
}

function choiceSchema(declared: ChoiceInput) {
  return z.enum(declared.choices as [string, ...string[]], {
    error: (issue) => `${declared.label} must be one of ${declared.choices.join(", ")}; ${shown(issue.input)}.`,
  });
}

const schemaOf = (declared: InputDeclaration, currency: string) =>
  declared.kind === "number" ? numberSchema(declared, currency) : choiceSchema(declared);

/** The schema of each input, from its declaration, with its bounds in dollars. */
export const fieldSchemas = Object.fromEntries(
  inputList.map((declared) => [declared.key, schemaOf(declared, declaredCurrency)]),
) as Record<InputKey, ReturnType<typeof schemaOf>>;

function unknownKey(key: string): Fault {
  return { key, message: `The model has no input "${key.slice(0, 60)}". Remove it, or correct its name.` };
}

/** The faults of one value, without the rules between inputs; money has the bounds of the currency at this rate to the dollar. */
export function checkField(key: string, value: unknown, rate = 1, currency = declaredCurrency): Fault[] {
  if (!isInputKey(key)) return [unknownKey(key)];
  const declared = declaredAt(rate).input[key];
  const schema =
    !isMoney(declared) || (rate === 1 && currency === declaredCurrency)
      ? fieldSchemas[key]
      : schemaOf(declared, currency);
  const parsed = schema.safeParse(value);
  // All that can be wrong with a value is said in one sentence.
  return parsed.success ? [] : [{ key, message: parsed.error.issues[0]?.message ?? "This value cannot be used." }];
}

function ruleFault(rule: OrderRule, inputs: Inputs, given: Partial<Inputs>): Fault[] {
  if (keepsOrder(rule, inputs)) return [];
  const said = rule.keys.map((key) => `${input[key].label} (${inputs[key]})`);
  const order = said.join(rule.isStrict ? " < " : " ≤ ");
  return [
    {
      key: rule.keys.find((key) => key in given) ?? (rule.keys[0] as string),
      message: `These must rise in this order: ${order}. Change one of them.`,
    },
  ];
}

/**
 * Checks a set of inputs, all of it: unknown names, types, bounds, and the rules between inputs (what is not given has its default).
 *
 * @param rate what one US dollar is in the currency of the inputs
 * @param currency its code, for the words of faults
 */
export function checkInputs(given: unknown, rate = 1, currency = declaredCurrency): Checked<Partial<Inputs>, "inputs"> {
  const record = z.record(z.string(), z.unknown(), { error: "Inputs must be given by their names." }).safeParse(given);
  if (!record.success || Array.isArray(given))
    return { ok: false, faults: [{ key: "inputs", message: "Inputs must be given by their names." }] };
  // The names as they were given: the parsed record leaves out "__proto__", which would then pass unseen.
  const faults = Object.entries(given as object).flatMap(([key, value]) => checkField(key, value, rate, currency));
  const inputs = record.data as Partial<Inputs>;
  const wrong = new Set(faults.map((fault) => fault.key));
  for (const rule of orderRules) {
    if (!rule.keys.some((key) => wrong.has(key))) faults.push(...ruleFault(rule, completeInputs(inputs, rate), inputs));
  }
  return faults.length > 0 ? { ok: false, faults } : { ok: true, inputs };
}

/** Only what differs from the defaults at a rate to the dollar. */
export function changedInputs(inputs: Partial<Inputs>, rate: number): Partial<Inputs> {
  const { defaults } = declaredAt(rate);
  return Object.fromEntries(Object.entries(inputs).filter(([key, value]) => value !== defaults[key as InputKey]));
}
