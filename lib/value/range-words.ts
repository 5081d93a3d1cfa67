import type { InputDeclaration, NumberInput } from "@/lib/model/inputs/declaration";
import type { DeclaredRange, Scale } from "@/lib/model/ranges/declaration";
import type { Evidence, OwnRange, RangeKind } from "@/lib/model/spread/own-range";
import { chanceOfYes } from "./chance-of-yes";
import { describeNumber, numberText } from "./describe-input";
import { formatNumber, formatWhole, toDigits } from "./format";

/** What is known of a value, as pages call it. */
export const evidenceWords: Readonly<Record<Evidence, string>> = {
  estimated: "estimated",
  measured: "measured",
  certain: "contracted",
};

/** The kinds of ranges, as pages call them. */
export const rangeKindWords: Readonly<Record<RangeKind, string>> = {
  range: "low and high",
  uniform: "evenly between two ends",
  triangular: "least, likeliest, greatest",
  choices: "one of several values",
  samples: "measurements",
};

/** How a range lies around its value. */
export const scaleWords: Readonly<Record<Scale, string>> = {
  log: "uncertain by a factor",
  logit: "a share within its bounds",
  plain: "uncertain by points",
};

/** What says how far an input may lie from its default. */
export const gradeWords: Readonly<Record<DeclaredRange["grade"], string>> = {
  cited: "From sources",
  derived: "Derived from sources",
  judged: "A judgement",
};

/** An own range in words: "8,500 to 24,000 USD in 8 of 10 cases". */
export function describeRange(declared: InputDeclaration, range: OwnRange, currency: string): string {
  if (declared.format === "choice") return "";
  const span = (from: number, to: number) => fromTo(declared, from, to, currency);
  switch (range.kind) {
    case "range":
      return `${span(range.low, range.high)} in 8 of 10 cases`;
    case "uniform":
      return `evenly from ${span(range.least, range.greatest)}`;
    case "triangular":
      return `${span(range.least, range.greatest)}, likeliest ${describeNumber(declared, range.likeliest, currency)}`;
    case "choices": {
      const yes = chanceOfYes(range);
      if (declared.format === "yesNo" && yes !== null)
        return `yes in ${formatNumber(toDigits(yes * 100, 3))} of 100 cases`;
      const [last = 0, ...others] = [...range.values].reverse();
      const values = [
        ...others.reverse().map((value) => numberText(declared, value)),
        describeNumber(declared, last, currency),
      ];
      return `${values.join(" or ")}, weights ${range.weights.map(formatNumber).join(" : ")}`;
    }
    case "samples": {
      const { values } = range;
      return `${formatWhole(values.length)} measurements from ${span(Math.min(...values), Math.max(...values))}`;
    }
  }
}

function fromTo(declared: NumberInput, from: number, to: number, currency: string): string {
  // A range that is carried to another value may end at the rounding of a nought.
  const dust = 1e-12 * Math.max(Math.abs(from), Math.abs(to));
  const [low, high] = [from, to].map((end) => (Math.abs(end) <= dust ? 0 : end)) as [number, number];
  return `${numberText(declared, low)} to ${describeNumber(declared, high, currency)}`;
}
