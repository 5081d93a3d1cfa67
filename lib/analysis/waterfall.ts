import { type Architecture, architectures } from "@/lib/model/architectures";
import type { CustomLine } from "@/lib/model/custom-lines";
import { evaluateModel } from "@/lib/model/evaluate";
import { defaultInputs, type InputKey, type Inputs, inputList } from "@/lib/model/inputs";
import { keepsOrder, orderRules } from "@/lib/model/rules";
import { plainAmount } from "@/lib/value/amount";
import { minorDigits } from "@/lib/value/currencies";

/** One difference, or several that only fit together, put in place after those before it. Money, whole smallest coins. */
export interface WaterfallStep {
  readonly keys: readonly InputKey[];
  /** Net present cost before and after; `change` is their difference. */
  readonly from: number;
  readonly to: number;
  readonly change: number;
}

export interface Waterfall {
  /** Net present cost of the first set of inputs, and of the second. */
  readonly start: number;
  readonly end: number;
  readonly steps: readonly WaterfallStep[];
}

/** The inputs in which two sets differ, in the order in which inputs are shown. */
export function differingInputs(a: Partial<Inputs>, b: Partial<Inputs>): InputKey[] {
  const [all, other] = [
    { ...defaultInputs, ...a },
    { ...defaultInputs, ...b },
  ];
  return inputList.map(({ key }) => key as InputKey).filter((key) => all[key] !== other[key]);
}

/** Parts differing inputs into steps after each of which the rules between inputs hold; the order is kept otherwise. */
function stepsOf(from: Inputs, to: Inputs, keys: readonly InputKey[]): InputKey[][] {
  const steps: InputKey[][] = [];
  const left = [...keys];
  let inputs = from;
  while (left.length > 0) {
    const step = [left.shift() as InputKey];
    const next = () => ({ ...inputs, ...Object.fromEntries(step.map((key) => [key, to[key]])) }) as Inputs;
    for (;;) {
      const broken = orderRules.filter((rule) => !keepsOrder(rule, next()));
      const also = left.findIndex((key) => broken.some((rule) => rule.keys.includes(key)));
      if (also < 0) break;
      step.push(...left.splice(also, 1));
    }
    inputs = next();
    steps.push(step);
  }
  return steps;
}

/**
 * What each difference between two sets of inputs costs, in net present terms, for each architecture: the inputs of the second are
 * put in place one after another in the order of `keys`, each with those before it in place. Levels are rounded to the smallest coin
 * and changes are differences of these, so that the changes add up to the whole difference exactly.
 *
 * @param keys every input in which the two differ
 * @throws ModelError where a figure on the way is too large to mean anything
 */
export function waterfalls(
  first: Partial<Inputs>,
  second: Partial<Inputs>,
  lines: readonly CustomLine[],
  currency: string,
  keys: readonly InputKey[] = differingInputs(first, second),
): Record<Architecture, Waterfall> {
  const [from, to] = [{ ...defaultInputs, ...first } as Inputs, { ...defaultInputs, ...second } as Inputs];
  const steps = stepsOf(from, to, keys);
  const coins = 10 ** minorDigits(currency);
  const levelsOf = (inputs: Inputs) => {
    const result = evaluateModel(inputs, lines);
    // Whole numbers of coins, rounded as tables and exports round.
    return Object.fromEntries(
      architectures.map((name) => [
        name,
        Math.round(Number(plainAmount(result.architectures[name].netPresentCost, currency)) * coins),
      ]),
    ) as Record<Architecture, number>;
  };
  let inputs = from;
  const levels = [
    levelsOf(from),
    ...steps.map((step) => {
      inputs = { ...inputs, ...Object.fromEntries(step.map((key) => [key, to[key]])) } as Inputs;
      return levelsOf(inputs);
    }),
  ];
  const waterfall = (name: Architecture): Waterfall => {
    const level = (index: number) => (levels[index] as Record<Architecture, number>)[name];
    return {
      start: level(0) / coins,
      end: level(steps.length) / coins,
      steps: steps.map((step, index) => ({
        keys: step,
        from: level(index) / coins,
        to: level(index + 1) / coins,
        change: (level(index + 1) - level(index)) / coins,
      })),
    };
  };
  return Object.fromEntries(architectures.map((name) => [name, waterfall(name)])) as Record<Architecture, Waterfall>;
}
