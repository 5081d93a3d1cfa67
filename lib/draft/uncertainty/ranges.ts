import { declaredAt, declaredCurrency } from "@/lib/model/currency";
import { type InputKey, type Inputs, isInputKey } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import type { OwnRange } from "@/lib/model/spread/own-range";
import type { FieldError } from "@/lib/outcome";
import { describeNumber } from "@/lib/value/describe-input";
import { formatWhole } from "@/lib/value/format";

/** Always known: they say what is asked, not what may come of it. */
const alwaysCertain: readonly InputKey[] = ["horizonMonths", "currentArchitecture"];

/** Whether an input can have no range, so that trials never draw it. */
export function isAlwaysCertain(key: InputKey): boolean {
  return alwaysCertain.includes(key);
}

const fewestChoices = 2;
export const mostChoices = 20;
const fewestSamples = 5;
export const mostSamples = 2000;

/** The figures of a range that must lie within bounds, and be whole where the input is; the ends of a range may lie between. */
function figuresOf(range: OwnRange): { figures: readonly number[]; areWhole: boolean } {
  switch (range.kind) {
    case "range":
      return { figures: [range.low, range.high], areWhole: false };
    case "uniform":
      return { figures: [range.least, range.greatest], areWhole: true };
    case "triangular":
      return { figures: [range.least, range.likeliest, range.greatest], areWhole: false };
    default:
      return { figures: range.values, areWhole: true };
  }
}

function numbersFault(range: OwnRange): string | undefined {
  if (range.kind === "choices") {
    const { values, weights } = range;
    if (values.length < fewestChoices || values.length > mostChoices)
      return `needs ${fewestChoices} to ${mostChoices} values to choose from; there are ${values.length}`;
    if (weights.length !== values.length) return "needs one weight for each value";
    if (!weights.every((weight) => Number.isFinite(weight) && weight > 0)) return "needs weights above 0";
    if (new Set(values).size < values.length) return "names a value twice; name each once and add their weights";
  }
  if (range.kind === "samples" && (range.values.length < fewestSamples || range.values.length > mostSamples))
    return `needs ${fewestSamples} to ${formatWhole(mostSamples)} measured values; there are ${formatWhole(range.values.length)}`;
  return undefined;
}

/** What is wrong with an own range beside the value of its input, as the rest of a sentence that begins with the input's name. */
export function rangeFault(
  declared: NumberInput,
  value: number,
  range: OwnRange,
  currency: string,
): string | undefined {
  const said = (x: number) => describeNumber(declared, x, currency);
  const { figures, areWhole } = figuresOf(range);
  if (!figures.every(Number.isFinite)) return "needs numbers only; correct the one that is none";
  const numbers = numbersFault(range);
  if (numbers !== undefined) return numbers;
  const outside = figures.find((x) => x < declared.min || x > declared.max);
  if (outside !== undefined)
    return `must lie between ${said(declared.min)} and ${said(declared.max)}; ${said(outside)} does not`;
  const broken = declared.integer && areWhole ? figures.find((x) => !Number.isInteger(x)) : undefined;
  if (broken !== undefined) return `needs whole numbers; ${said(broken)} is none`;
  const [least, greatest] = [Math.min(...figures), Math.max(...figures)];
  const isOrdered = "values" in range || figures.every((x, i) => i === 0 || (figures[i - 1] as number) <= x);
  if (!isOrdered) return "must rise from its lowest figure to its highest; change one of them";
  if (range.kind !== "range" && least === greatest) return "needs more than one value; call the input certain instead";
  if (value < least || value > greatest)
    return `must hold the value in use, ${said(value)}, between ${said(least)} and ${said(greatest)}; change the value or the range`;
  return undefined;
}

/**
 * Checks own ranges beside the values of their inputs (uncertainty.md section 15): names, numbers, bounds, order.
 *
 * @param inputs the values of all inputs; NaN where one is not known, and its range need not hold it
 * @param rate what one US dollar is in the currency of the inputs
 */
export function checkRanges(
  ranges: Readonly<Record<string, OwnRange>>,
  inputs: Inputs,
  rate = 1,
  currency = declaredCurrency,
  { input } = declaredAt(rate),
): FieldError[] {
  return Object.entries(ranges).flatMap(([key, range]): FieldError[] => {
    if (!isInputKey(key))
      return [{ key, message: `The model has no input "${key.slice(0, 60)}". Remove its range, or correct its name.` }];
    const declared = input[key];
    if (isAlwaysCertain(key) || declared.format === "choice")
      return [{ key, message: `${declared.label} is always certain. Remove its range.` }];
    const fault = rangeFault(declared, inputs[key] as number, range, currency);
    return fault === undefined ? [] : [{ key, message: `The range of ${declared.label} ${fault}.` }];
  });
}
