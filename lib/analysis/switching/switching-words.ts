import { reasonsOut } from "@/lib/analysis/comparing";
import type { Architecture } from "@/lib/model/architectures";
import { type Inputs, input } from "@/lib/model/inputs";
import type { NumberInput } from "@/lib/model/inputs/declaration";
import type { ModelResult } from "@/lib/model/result";
import { describeInput, inputText } from "@/lib/value/describe-input";
import { formatMoney, formatWhole, formatYearlyChance } from "@/lib/value/format";
import { inputNameInSentence } from "@/lib/value/input-name";
import { spoken, verb } from "@/lib/value/spoken";
import { ofValue } from "./scan";
import type { SwitchingInterval, SwitchingValue } from "./switching";

const fewestDigits = 3;
const mostDigits = 15;

/** A value to as few digits as leave it within an interval, as near as its ends are known. */
function within(x: number, from: number, to: number): number {
  const near = ofValue * Math.abs(x);
  for (let digits = fewestDigits; digits < mostDigits; digits++) {
    const rounded = Number(x.toPrecision(digits));
    if (rounded >= from - near && rounded <= to + near) return rounded;
  }
  return x;
}

/** Where an interval lies: "at 31 months or more", "between 24 and 40 months". */
function intervalWords(
  { from, to, isOpenBelow, isOpenAbove }: SwitchingInterval,
  declared: NumberInput,
  currency: string,
): string {
  const [least, most] = [within(from, from, to), within(to, from, to)];
  const said = (x: number) => describeInput(declared, x, currency);
  if (isOpenBelow && isOpenAbove) return "at any value";
  if (declared.format === "yesNo") return `at ${said(least)}`;
  if (isOpenAbove) return `at ${said(least)} or more`;
  if (isOpenBelow) return `at ${said(most)} or ${declared.format === "count" ? "fewer" : "less"}`;
  if (least === most) return `at ${said(least)}`;
  return `between ${inputText(declared, least)} and ${said(most)}`;
}

/** How likely that is by the range, in words: "about 1 in 40". */
export function likelihoodWords(likelihood: number | null): string {
  if (likelihood === null) return "no range says how likely";
  if (likelihood < 0.0005) return "less than 1 in 2,000";
  if (likelihood >= 0.9995) return "nearly certain";
  return `about ${formatYearlyChance(likelihood)}`;
}

/** Likelihood of all intervals together. */
export function likelihoodOf({ intervals }: SwitchingValue): number | null {
  return intervals.reduce<number | null>(
    (sum, { likelihood }) => (sum === null || likelihood === null ? null : Math.min(1, sum + likelihood)),
    intervals[0]?.likelihood === undefined ? null : 0,
  );
}

/** What one input would have to be, in one sentence; how likely that is stands in another. */
export function switchingWords(found: SwitchingValue, currency: string): string {
  const { key, architecture, domain, intervals, closest } = found;
  const declared = input[key] as NumberInput;
  const name = inputNameInSentence(key);
  const said = (x: number) => describeInput(declared, x, currency);
  const { subject, isPlural } = spoken[architecture];
  const span = `between ${inputText(declared, within(domain.low, domain.low, domain.high))} and ${said(within(domain.high, domain.low, domain.high))}`;
  if (intervals.length > 0) {
    const where = intervals.map((interval) => intervalWords(interval, declared, currency));
    const all = where.length === 1 ? where[0] : `${where.slice(0, -1).join(", ")}, or ${where.at(-1)}`;
    return intervals[0]?.change === 0
      ? `${subject} ${isPlural ? "stay" : "stays"} cheapest with ${name} ${all}, now ${said(domain.value)}.`
      : `${subject} would be cheapest with ${name} ${all} instead of ${said(domain.value)}.`;
  }
  if (closest === null) return `${subject} would not be eligible with ${name} anywhere ${span}.`;
  const at = said(within(closest.value, domain.low, domain.high));
  return `${subject} would be cheapest nowhere with ${name} ${span}; closest at ${at}, still ${formatMoney(closest.gap, currency)} dearer.`;
}

/** With how many inputs an architecture comes to the first place. */
export function reachedWords(architecture: Architecture, reached: number): string {
  const { within, isPlural } = spoken[architecture];
  if (reached === 0) return `No input alone brings ${within} to the first place.`;
  const inputs = reached === 1 ? "One input decides" : `${formatWhole(reached)} inputs decide, each alone,`;
  return `${inputs} whether ${within} ${isPlural ? "are" : "is"} cheapest.`;
}

/** Why an architecture is not eligible as things are; null where it is. */
export function outWords(architecture: Architecture, result: ModelResult, inputs: Inputs): string | null {
  const of = result.architectures[architecture];
  if (of.eligible) return null;
  return `${verb(architecture, "is", "are")} not eligible now: ${reasonsOut(of, inputs).join("; ")}.`;
}
