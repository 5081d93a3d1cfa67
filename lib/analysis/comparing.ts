import type { Inputs } from "@/lib/model/inputs";
import type { ArchitectureResult } from "@/lib/model/result";
import { counted } from "@/lib/value/counted";
import {
  formatAvailability,
  formatMoney,
  formatNumber,
  formatPercent,
  formatShort,
  formatYearlyChance,
  toDigits,
} from "@/lib/value/format";

// What sentences about costs and targets are made of.

/** Costs closer than this share of the larger are called a tie: the figures are not that sure. */
const tie = 0.01;

export function isTie(a: number, b: number): boolean {
  return Math.abs(a - b) <= tie * Math.max(Math.abs(a), Math.abs(b));
}

export function spanOf(horizonMonths: number): string {
  const years = horizonMonths / 12;
  if (!Number.isInteger(years)) return `${horizonMonths} months`;
  return `${years} ${years === 1 ? "year" : "years"}`;
}

/** By how much `cost` differs from `than`, in words; a share only where it is one of a cost. */
export function differenceWords(cost: number, than: number, currency: string): string {
  if (isTie(cost, than)) return "the same within 1 %";
  // Beyond twice as much a factor reads better than a percentage.
  if (than > 0 && cost >= 2 * than) return `${formatNumber(toDigits(cost / than, 2))} times as much`;
  const amount = than > 0 ? formatPercent(Math.abs(cost / than - 1)) : formatMoney(Math.abs(cost - than), currency);
  return `${amount} ${cost > than ? "more" : "less"}`;
}

const largest = (series: readonly (number | null)[]) =>
  series.reduce<number>((most, value) => Math.max(most, value ?? 0), 0);

/** Why one is not eligible: every reason, in words. */
export function reasonsOut(result: ArchitectureResult, inputs: Inputs): string[] {
  const reasons: string[] = [];
  if (!result.permitted) reasons.push("not allowed by law or policy");
  if (!result.feasible && result.participation) {
    const { month, installs, willing } = result.participation;
    reasons.push(
      `${counted(installs, "install", "installs", formatShort(installs))} needed in month ${month}, ${counted(willing, "user", "users", formatShort(willing))} willing to take part`,
    );
  }
  if (!result.meetsAvailability) {
    const [reached, asked] = [largest(result.unavailability), 1 - inputs.targetAvailability].map((down) =>
      formatAvailability(down),
    );
    reasons.push(`${reached} available in the worst month, ${asked} needed`);
  }
  if (!result.meetsAnnualLoss) {
    const asked = formatYearlyChance(inputs.targetAnnualLoss);
    const reached = formatYearlyChance(result.annualLoss, inputs.targetAnnualLoss);
    reasons.push(`yearly chance of losing an object ${reached}, at most ${asked} accepted`);
  }
  return reasons;
}

/** Says that it meets the targets, or every reason why it is excluded. */
export function serviceWords(one: ArchitectureResult, inputs: Inputs): string {
  const sentence = one.eligible ? "meets the targets" : reasonsOut(one, inputs).join("; ");
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
