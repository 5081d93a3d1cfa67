import * as vector from "../compiled/vector";
import type { Kernel } from "../kernel";
import type { Primitive, Shape } from "../node";
import { divide, multiply, parseUnit } from "../unit";
import { call, callPrecedence, phrase } from "./functions";
import { alike, known, requireUnit } from "./unit-rules";

const monthUnit = parseUnit("month");
const monthly = (): Shape => "monthly";
const one = (): Shape => "one";
const sameUnit: Primitive["unit"] = ([x = "any"]) => x;

/** Folds the months of service into one value; what does not change by month counts once a month. */
function fold(from: number, start: number, f: (sum: number, x: number) => number): Kernel {
  return ({ cells, samples, months }, out, [a = 0], [step = 0]) => {
    for (let s = 0; s < samples; s++) {
      let sum = start;
      for (let t = from; t <= months; t++) sum = f(sum, cells[a + t * step + s] as number);
      cells[out + s] = sum;
    }
  };
}

/** The value in one month, 0 to the horizon. */
function valueIn(cells: Float64Array, a: number, step: number, months: number, month: number, s: number): number {
  return cells[a + Math.min(Math.max(month, 0), months) * step + s] as number;
}

/** x in the months of service, 0 in month 0. */
export const running: Primitive = call("running", 1, {
  shape: monthly,
  unit: sameUnit,
  kernel: ({ cells, samples, months }, out, [a = 0], [step = 0]) => {
    cells.fill(0, out, out + samples);
    for (let t = 1; t <= months; t++) {
      for (let s = 0; s < samples; s++) cells[out + t * samples + s] = cells[a + t * step + s] as number;
    }
  },
  code: ([x = []], { inService }) => inService(x),
  print: ([x]) => `${x}`,
});

export const monthFunctions: readonly Primitive[] = [
  running,
  /** The month itself, t. */
  call("month", 0, {
    shape: monthly,
    unit: () => monthUnit,
    kernel: ({ cells, samples, months }, out) => {
      for (let t = 0; t <= months; t++) cells.fill(t, out + t * samples, out + (t + 1) * samples);
    },
    code: (_, { month }) => month,
    print: (_, t) => t,
  }),
  /** x one month before; 0 before month 0. */
  call("previous", 1, {
    shape: monthly,
    unit: sameUnit,
    kernel: ({ cells, samples, months }, out, [a = 0], [step = 0]) => {
      cells.fill(0, out, out + samples);
      for (let t = 1; t <= months; t++) {
        for (let s = 0; s < samples; s++) cells[out + t * samples + s] = cells[a + (t - 1) * step + s] as number;
      }
    },
    // What lies in month 0 is never written: it stays 0.
    routine: (module, { out, at, step }) => module.copy(out + 16, at[0] as number, step[0] as number, module.months),
    print: ([x], t) => `${x}(${t === "t" ? "t − 1" : Number(t) - 1})`,
    argumentPrecedence: callPrecedence,
    looksAt: "month before",
  }),
  /** x in month 1. */
  call("first", 1, {
    shape: one,
    unit: sameUnit,
    kernel: ({ cells, samples, months }, out, [a = 0], [step = 0]) => {
      for (let s = 0; s < samples; s++) cells[out + s] = valueIn(cells, a, step, months, 1, s);
    },
    fold: {
      from: 1,
      start: 0,
      next: (folded, value, { month }) => vector.choose(vector.isEqual(month, vector.constant(1)), value, folded),
    },
    print: ([x]) => `${x}(1)`,
    argumentPrecedence: callPrecedence,
    looksAt: "month 1",
  }),
  /** x in the last month. */
  call("last", 1, {
    shape: one,
    unit: sameUnit,
    kernel: ({ cells, samples, months }, out, [a = 0], [step = 0]) => {
      for (let s = 0; s < samples; s++) cells[out + s] = valueIn(cells, a, step, months, months, s);
    },
    fold: { from: 1, start: 0, next: (_, value) => value },
    print: ([x]) => `${x}(T)`,
    argumentPrecedence: callPrecedence,
    looksAt: "last month",
  }),
  /** An amount that falls once, in a month; nothing in the others, nor where that month is outside 0..T. A flow a month. */
  call("once", 2, {
    shape: monthly,
    unit: ([month = "any", amount = "any"]) => {
      requireUnit(month, monthUnit, "the month");
      return amount === "any" ? "any" : divide(amount, monthUnit);
    },
    kernel: ({ cells, samples, months }, out, [m = 0, a = 0], [, step = 0]) => {
      cells.fill(0, out, out + (months + 1) * samples);
      for (let s = 0; s < samples; s++) {
        const month = cells[m + s] as number;
        if (month < 0 || month > months) continue;
        cells[out + month * samples + s] = valueIn(cells, a, step, months, month, s);
      }
    },
    code: ([at = [], amount = []], { month }) => vector.both(amount, vector.isEqual(month, at)),
    print: ([month, amount]) => `${amount}, in month ${month} only`,
    precedence: phrase,
    argumentPrecedence: 3,
  }),
  /** Everything that flows from month 0 to the horizon. */
  call("sum", 1, {
    shape: one,
    unit: ([x = "any"]) => (x === "any" ? x : multiply(known(x), monthUnit)),
    kernel: fold(0, 0, (a, b) => a + b),
    fold: { from: 0, start: 0, next: vector.add },
    print: ([x]) => `Σ ${x}`,
    precedence: 4,
    argumentPrecedence: 5,
    looksAt: "all months",
  }),
  /** The largest and the least value of the months of service. */
  call("largest", 1, {
    shape: one,
    unit: alike,
    kernel: fold(1, -Infinity, Math.max),
    fold: { from: 1, start: -Infinity, next: vector.max },
    print: ([x]) => `the largest of ${x}`,
    precedence: phrase,
    argumentPrecedence: 3,
    looksAt: "all months",
  }),
  call("least", 1, {
    shape: one,
    unit: alike,
    kernel: fold(1, Infinity, Math.min),
    fold: { from: 1, start: Infinity, next: vector.min },
    print: ([x]) => `the least of ${x}`,
    precedence: phrase,
    argumentPrecedence: 3,
    looksAt: "all months",
  }),
];
