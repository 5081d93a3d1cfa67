import { defaultInputs, type InputKey, type Inputs, input, inputGroups } from "./inputs";
import type { InputDeclaration, InputGroup, NumberInput } from "./inputs/declaration";
import { type OwnRange, withFigures } from "./spread/own-range";

/**
 * The inputs are declared in US dollars. A model in another currency has a rate: how much of the currency one dollar was on a day.
 * Here, and nowhere else, untouched defaults, bounds and ranges of money are multiplied by it.
 */

/** The currency in which the inputs are declared; its rate is 1. */
export const declaredCurrency = "USD";

export const smallestRate = 1e-6;
export const largestRate = 1e9;

/** The inputs as they are declared, with money in the currency of a rate. */
export interface DeclaredInputs {
  readonly input: Readonly<Record<InputKey, InputDeclaration>>;
  readonly groups: readonly InputGroup[];
  readonly defaults: Readonly<Inputs>;
}

export function isMoney(declared: InputDeclaration): declared is NumberInput {
  return declared.format === "money";
}

/** An amount times a ratio of rates, without the dust that a double leaves: 23 × 0.92 is 21.16. */
export function times(amount: number, ratio: number): number {
  return Number((amount * ratio).toPrecision(12));
}

function atRate(declared: InputDeclaration, rate: number): InputDeclaration {
  if (!isMoney(declared)) return declared;
  const { default: usual, min, max, low, high } = declared;
  return {
    ...declared,
    default: times(usual, rate),
    min: times(min, rate),
    max: times(max, rate),
    ...(low !== undefined && { low: times(low, rate) }),
    ...(high !== undefined && { high: times(high, rate) }),
  };
}

const inDollars: DeclaredInputs = { input, groups: inputGroups, defaults: defaultInputs };
/** Declarations made lately, by their rate; each is one object, so that a page can tell by identity that nothing changed. */
const made = new Map<number, DeclaredInputs>();
const kept = 8;

/** The declared inputs at a rate, in units of the currency for one US dollar. */
export function declaredAt(rate: number): DeclaredInputs {
  if (rate === 1) return inDollars;
  const known = made.get(rate);
  if (known) return known;
  const declared = inCurrencyAt(inputGroups, rate);
  made.set(rate, declared);
  if (made.size > kept) made.delete(made.keys().next().value as number);
  return declared;
}

/** Groups of inputs that are declared in dollars, at a rate. */
export function inCurrencyAt(declared: readonly InputGroup[], rate: number): DeclaredInputs {
  const groups = declared.map((group) => ({ ...group, inputs: group.inputs.map((each) => atRate(each, rate)) }));
  const list = groups.flatMap((group) => group.inputs);
  return {
    groups,
    input: Object.fromEntries(list.map((each) => [each.key, each])) as DeclaredInputs["input"],
    defaults: Object.fromEntries(list.map((each) => [each.key, each.default])) as Inputs,
  };
}

/**
 * Every input of a model: its own figures, and the defaults at its rate for all others. What is evaluated is always this, and nothing
 * else fills defaults in.
 *
 * @param declared whose defaults: today's, or those of the version that the figures are stored under
 */
export function completeInputs(given: Partial<Inputs>, rate: number, declared = declaredAt(rate)): Inputs {
  return { ...declared.defaults, ...given };
}

/** Figures of one rate in the currency of another: money is converted and kept within its bounds, all else stays. */
export function convertInputs(
  given: Partial<Inputs>,
  from: number,
  to: number,
  { input } = declaredAt(to),
): Partial<Inputs> {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => {
      const declared = input[key as InputKey];
      if (!isMoney(declared) || typeof value !== "number") return [key, value];
      return [key, Math.min(Math.max(times(value, to / from), declared.min), declared.max)];
    }),
  ) as Partial<Inputs>;
}

/** Figures with their money times a ratio, whatever bounds that leaves; all else stays. */
export function scaleMoney(given: Partial<Inputs>, ratio: number): Partial<Inputs> {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) =>
      isMoney(input[key as InputKey]) && typeof value === "number" ? [key, times(value, ratio)] : [key, value],
    ),
  ) as Partial<Inputs>;
}

/** Own ranges and values that were taken from elsewhere, converted as the inputs are to which they belong; what else stands beside them stays. */
export function convertRanges<N extends { range?: OwnRange; follows?: { value: number | string } }>(
  given: Partial<Record<InputKey, N>>,
  from: number,
  to: number,
): Partial<Record<InputKey, N>> {
  return Object.fromEntries(
    Object.entries(given).map(([name, beside]) => {
      const converted = <V>(value: V) => convertInputs({ [name]: value }, from, to)[name as InputKey] as V;
      const { range, follows } = beside;
      const turned = {
        ...(range && { range: withFigures(range, converted) }),
        ...(follows && { follows: { ...follows, value: converted(follows.value) } }),
      };
      return [name, { ...beside, ...turned }];
    }),
  ) as Partial<Record<InputKey, N>>;
}
