import { readText } from "@/app/_components/inputs/input-text";
import { triedRange } from "@/lib/analysis/sensitivity/input-range";
import { rangeFault } from "@/lib/draft/uncertainty/ranges";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import type { OwnRange, RangeKind } from "@/lib/model/spread/own-range";
import { numberText } from "@/lib/value/describe-input";
import { formatNumber, formatWhole, toDigits } from "@/lib/value/format";
import { parseNumber } from "@/lib/value/parse-number";

/** A range as its form holds it: each figure, or each list of figures, as it was typed. */
export type RangeTexts = Readonly<Record<string, string>>;

/** The fields of a kind of range, in their order. */
export const rangeFields = {
  range: { low: "Low", high: "High" },
  uniform: { least: "Least", greatest: "Greatest" },
  triangular: { least: "Least", likeliest: "Likeliest", greatest: "Greatest" },
  choices: { values: "Values, one a line; behind each its weight" },
  samples: { values: "Measured values" },
} as const satisfies Record<RangeKind, Readonly<Record<string, string>>>;

/** The kinds whose figures are a list. */
export function isList(kind: RangeKind): kind is "choices" | "samples" {
  return kind === "choices" || kind === "samples";
}

export function textsOf(input: NumberInput, range: OwnRange): RangeTexts {
  const text = (figure: number) => numberText(input, figure);
  switch (range.kind) {
    case "choices":
      return {
        values: range.values.map((value, i) => `${text(value)}; ${formatNumber(range.weights[i] ?? 1)}`).join("\n"),
      };
    case "samples":
      return { values: range.values.map(text).join("\n") };
    default: {
      const { kind: _, ...figures } = range;
      return Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, text(figure)]));
    }
  }
}

/** The texts with which a kind begins: of the usual ends around the value, where they make a range. */
export function startingTexts(input: NumberInput, value: number, kind: RangeKind): RangeTexts {
  if (isList(kind)) return { values: "" };
  const { low, high } = triedRange(input, value) ?? { low: value, high: value };
  const end = (figure: number) => numberText(input, toDigits(figure, 3));
  const [least, greatest] = [end(Math.min(low, value)), end(Math.max(high, value))];
  if (kind === "range") return { low: least, high: greatest };
  return { least, greatest, ...(kind === "triangular" && { likeliest: numberText(input, value) }) };
}

export type ReadRange =
  | { ok: true; range: OwnRange }
  /** `field` is the one that is wrong; none where it is all of them together. */
  | { ok: false; message: string; field?: string };

/** Reads the texts of a form into a range of an input, or says what is wrong and where. */
export function readRange(
  input: NumberInput,
  value: number,
  kind: RangeKind,
  texts: RangeTexts,
  currency: string,
): ReadRange {
  const read = isList(kind)
    ? readList(input, kind, texts.values ?? "", currency)
    : readEnds(input, kind, texts, currency);
  if (!read.ok) return read;
  const fault = rangeFault(input, value, read.range, currency);
  return fault === undefined ? read : { ok: false, message: `The range ${fault}.` };
}

/** The ends of a range may lie between whole numbers, and so may those of a triangle. */
function readEnds(
  input: NumberInput,
  kind: "range" | "uniform" | "triangular",
  texts: RangeTexts,
  currency: string,
): ReadRange {
  const figures: Record<string, number> = {};
  for (const [field, name] of Object.entries(rangeFields[kind])) {
    const found = readText({ ...input, integer: input.integer && kind === "uniform" }, texts[field] ?? "", currency);
    if (!found.ok) return { ok: false, message: `${name} of ${found.message}`, field };
    figures[field] = found.value;
  }
  return { ok: true, range: { kind, ...figures } as unknown as OwnRange };
}

/** How many refused cells are named. */
const mostNamed = 3;

/** The cells of a list that was typed or pasted: by lines, and measurements by tabs and semicolons too. */
function readList(input: NumberInput, kind: "choices" | "samples", text: string, currency: string): ReadRange {
  const cells = text
    .split(kind === "samples" ? /[\t\n\v\f\r;\u0085\u2028\u2029]+/ : /[\n\v\f\r\u0085\u2028\u2029]+/)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
  const values: number[] = [];
  const weights: number[] = [];
  const refused: string[] = [];
  for (const cell of cells) {
    const [figure = "", weightText = "1"] =
      kind === "choices" ? cell.split(/[\t;]/).map((part) => part.trim()) : [cell];
    const found = readText(input, figure, currency);
    const weight = parseNumber(weightText);
    if (!found.ok || weight === null || weight <= 0) refused.push(cell);
    else {
      values.push(found.value);
      weights.push(weight);
    }
  }
  if (refused.length > 0) {
    const named = refused.slice(0, mostNamed).map((cell) => `“${cell.slice(0, 24)}”`);
    const more = refused.length > mostNamed ? ` and ${formatWhole(refused.length - mostNamed)} more` : "";
    const what = `${formatWhole(refused.length)} of ${formatWhole(cells.length)} cannot be read: ${named.join(", ")}${more}.`;
    return {
      ok: false,
      message: `${what} Correct or remove ${refused.length === 1 ? "it" : "them"}.`,
      field: "values",
    };
  }
  const range: OwnRange = kind === "choices" ? { kind, values, weights } : { kind, values };
  return { ok: true, range };
}
