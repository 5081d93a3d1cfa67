import { expm1 } from "../../math/expm1";
import { log1p } from "../../math/log1p";
import { log10 } from "../../math/log10";
import { expOfTwo, logOfTwo } from "../compiled/elementary";
import type { Expression } from "../compiled/vector";
import * as vector from "../compiled/vector";
import type { Kernel } from "../kernel";
import type { Primitive } from "../node";
import { dimensionless, parseUnit } from "../unit";
import { byValue, elementwise, shapeOfAny } from "./elementwise";
import { growthLevels } from "./growth";
import { growRoutine } from "./growth-code";
import { alike, plainNumbers, requireNumber, requireUnit } from "./unit-rules";

export const callPrecedence = 9;
/** The precedence of a printed form that reads as a phrase, and is set in parentheses wherever it is part of another. */
export const phrase = -1;

/** A function written name(a, b): monthly where an argument is, unless said otherwise. */
export function call(
  name: string,
  arity: number | [number, number],
  rest: Pick<Primitive, "unit" | "kernel"> & Partial<Primitive>,
): Primitive {
  return {
    name,
    arity: typeof arity === "number" ? [arity, arity] : arity,
    shape: shapeOfAny,
    precedence: callPrecedence,
    print: (args) => `${name}(${args.join("; ")})`,
    ...rest,
  };
}

const many: [number, number] = [2, 99];

/** Above it a count means nothing. */
export const largestCount = 1e15;

/** Rounds up, but forgives floating-point dust, so that it never buys a server. */
export function ceilOf(x: number): number {
  return Math.ceil(x - 1e-9 * Math.max(1, Math.abs(x))) + 0;
}

const ceilKernel: Kernel = (frame, out, [a = 0], [stepA = 0]) => {
  const { cells, samples, months } = frame;
  for (let t = 0, n = stepA === 0 ? 0 : months; t <= n; t++) {
    for (let s = 0; s < samples; s++) {
      const value = ceilOf(cells[a + t * stepA + s] as number);
      // Month 0 needs nothing: what is needed is asked for the months of service.
      if (!(value <= largestCount) && (t > 0 || n === 0)) frame.refuse(t, value);
      cells[out + t * samples + s] = value;
    }
  }
};

/** The first result whose condition holds, else the last; read where it lies, for speed. */
const firstThatHolds: Kernel = ({ cells, samples, months }, out, at, step) => {
  const last = at.length - 1;
  const rows = step.some((n) => n !== 0) ? months + 1 : 1;
  for (let t = 0; t < rows; t++) {
    for (let s = 0; s < samples; s++) {
      let i = 0;
      while (i < last && !cells[(at[i] as number) + t * (step[i] as number) + s]) i += 2;
      const chosen = i < last ? i + 1 : last;
      cells[out + t * samples + s] = cells[(at[chosen] as number) + t * (step[chosen] as number) + s] as number;
    }
  }
};

const eitherOfTwo = elementwise((a = 0, b = 0) => a + b - a * b);
const eitherOfMany = elementwise((...args) => args.reduce((a, b) => a + b - a * b));

export const functions: readonly Primitive[] = [
  call("max", many, { unit: alike, kernel: elementwise(Math.max), code: (args) => args.reduce(vector.max) }),
  call("min", many, { unit: alike, kernel: elementwise(Math.min), code: (args) => args.reduce(vector.min) }),
  call("ceil", 1, {
    unit: alike,
    kernel: ceilKernel,
    code: ([a = []]) => {
      const dust = vector.multiply(vector.constant(1e-9), vector.max(vector.constant(1), vector.absolute(a)));
      return vector.add(vector.ceiling(vector.subtract(a, dust)), vector.constant(0));
    },
    limit: largestCount,
    print: ([a]) => `⌈${a}⌉`,
  }),
  /** Rounds down, and forgives floating-point dust: ⌊x + 1e-9*max(1, x)⌋. */
  call("floor", 1, {
    unit: alike,
    ...byValue({ scalar: (a = 0) => Math.floor(a + 1e-9 * Math.max(1, a)) }),
    print: ([a]) => `⌊${a}⌋`,
  }),
  call("ln", 1, { unit: plainNumbers, ...byValue(logOfTwo) }),
  call("log10", 1, { unit: plainNumbers, ...byValue({ scalar: log10 }) }),
  call("exp", 1, { unit: plainNumbers, ...byValue(expOfTwo) }),
  call("not", 1, {
    unit: plainNumbers,
    kernel: elementwise((a) => (a ? 0 : 1)),
    code: ([a = []]) => vector.truth(vector.not(vector.holds(a))),
  }),
  /** when(c1, x1, c2, x2, ..., otherwise): the first whose condition holds. */
  call("when", [3, 99], {
    unit: (args, nodes) => {
      const results: (typeof args)[number][] = [];
      for (const [i, unit] of args.entries()) {
        if (i % 2 === 0 && i < args.length - 1) requireNumber(unit, "a condition");
        else results.push(unit);
      }
      return alike(results, nodes);
    },
    kernel: firstThatHolds,
    code: (args) => {
      let chosen = args[args.length - 1] as Expression;
      for (let i = args.length - 3; i >= 0; i -= 2) {
        chosen = vector.choose(vector.holds(args[i] as Expression), args[i + 1] as Expression, chosen);
      }
      return chosen;
    },
    print: (args) => {
      const cases: string[] = [];
      for (let i = 0; i < args.length - 1; i += 2) cases.push(`${args[i + 1]} where ${args[i]}`);
      // Not commas: they may stand in figures.
      return `(${cases.join("; ")}; else ${args[args.length - 1]})`;
    },
  }),
  /** The chance that one or the other happens, 1 − (1 − a)(1 − b), from the small numbers themselves. */
  call("either", many, {
    unit: plainNumbers,
    kernel: (frame, out, at, step) => (at.length === 2 ? eitherOfTwo : eitherOfMany)(frame, out, at, step),
    code: (args) => args.reduce((a, b) => vector.subtract(vector.add(a, b), vector.multiply(a, b))),
    print: (args) => `1 − ${args.map((a) => `(1 − ${a})`).join(" × ")}`,
    precedence: 3,
    argumentPrecedence: 4,
  }),
  /** What a rate a year has become after t months: (1 + rate)^(t/12). */
  call("grow", 1, {
    shape: () => "monthly",
    unit: ([rate = "any"]) => {
      requireUnit(rate, parseUnit("1/year"), "the rate of growth");
      return dimensionless;
    },
    kernel: ({ cells, samples, months }, out, [a = 0]) => {
      for (let s = 0; s < samples; s++) {
        const levels = growthLevels(cells[a + s] as number, months);
        for (let t = 0; t <= months; t++) cells[out + t * samples + s] = levels[t] as number;
      }
    },
    routine: growRoutine,
    print: ([rate], t) => `(1 + ${rate})^(${t}/12)`,
    precedence: 6,
    argumentPrecedence: 3,
  }),
  /** The rate a month that compounds to a rate a year: (1 + rate)^(1/12) − 1. */
  call("monthlyRate", 1, {
    unit: ([rate = "any"]) => {
      requireUnit(rate, parseUnit("1/year"), "the rate");
      return parseUnit("1/month");
    },
    ...byValue({ scalar: (rate = 0) => expm1(log1p(rate) / 12) }),
    print: ([rate]) => `(1 + ${rate})^(1/12) − 1`,
    precedence: 3,
    argumentPrecedence: 3,
  }),
];
