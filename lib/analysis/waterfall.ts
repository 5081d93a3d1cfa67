import { pow } from "@/lib/math/pow";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { tryEvaluate } from "@/lib/model/evaluate";
import { type InputKey, type Inputs, inputList } from "@/lib/model/inputs";
import type { ModelRefusal } from "@/lib/model/refusal";
import type { ModelResult } from "@/lib/model/result";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { keepsOrder, orderRules } from "@/lib/model/rules";
import type { Outcome } from "@/lib/outcome";
import type { Steps } from "@/lib/steps";
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
export function differingInputs(a: Inputs, b: Inputs): InputKey[] {
  return inputList.map(({ key }) => key as InputKey).filter((key) => a[key] !== b[key]);
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

type Levels = Record<Architecture, number>;

/** The net present costs of a result in whole smallest coins, rounded as tables and exports round. */
function levelsOf(result: ModelResult, currency: string): Levels {
  const coins = pow(10, minorDigits(currency));
  return Object.fromEntries(
    architectures.map((name) => [
      name,
      Math.round(Number(plainAmount(result.architectures[name].netPresentCost, currency)) * coins),
    ]),
  ) as Levels;
}

export type Waterfalls = Record<Architecture, Waterfall>;

/** Refused where a set of inputs on the way has no result. */
export type WaterfallsOutcome = Outcome<{ waterfalls: Waterfalls }, ModelRefusal>;

/**
 * In steps of one evaluation: what each difference between two sets of inputs costs, in net present terms, for each architecture: the inputs of the second are
 * put in place one after another in the order of `keys`, each with those before it in place. Levels are rounded to the smallest coin
 * and changes are differences of these, so that the changes add up to the whole difference exactly.
 *
 * @param keys every input in which the two differ
 */
export function* waterfalls(
  from: Inputs,
  to: Inputs,
  rows: OwnRows,
  currency: string,
  keys: readonly InputKey[] = differingInputs(from, to),
): Steps<WaterfallsOutcome> {
  const steps = stepsOf(from, to, keys);
  const coins = pow(10, minorDigits(currency));
  const levels: Levels[] = [];
  let inputs = from;
  for (const step of [[], ...steps]) {
    inputs = { ...inputs, ...Object.fromEntries(step.map((key) => [key, to[key]])) } as Inputs;
    const outcome = tryEvaluate(inputs, rows);
    if (!outcome.ok) return outcome;
    levels.push(levelsOf(outcome.result, currency));
    yield;
  }
  const waterfall = (name: Architecture): Waterfall => {
    const level = (index: number) => (levels[index] as Levels)[name];
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
  const all = Object.fromEntries(architectures.map((name) => [name, waterfall(name)])) as Waterfalls;
  return { ok: true, waterfalls: all };
}
