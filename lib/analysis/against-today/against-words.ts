import type { Architecture } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { formatMoney, formatShort } from "@/lib/value/format";
import { spoken } from "@/lib/value/spoken";
import { spanOf } from "../comparing";
import type { UncertaintyDocument } from "../uncertainty/document";
import { inTrials, ofHundred, ofHundredInWords } from "../verdict/chance";
import { nameOfDrawnInSentence } from "../verdict/drawn-name";
import { missedTargets, type Target } from "../verdict/targets";
import { clearFrom, type Verdict } from "../verdict/verdict";
import { targetWords, verdictSentence } from "../verdict/verdict-words";
import { goingOnOf } from "./going-on";
import { movingOf, movingTo } from "./moving";
import { type Savings, type SavingsDoubt, savingsOf } from "./savings";

interface Given {
  readonly result: ModelResult;
  readonly inputs: Inputs;
  readonly currency: string;
  readonly today: Architecture;
  /** Of these very inputs; null while trials run. */
  readonly uncertainty: UncertaintyDocument | null;
  /** Of the same figures. */
  readonly verdict: Verdict;
}

/** Whether moving pays, no surer than its figures, and what going on as now costs: two sentences. */
export function againstSentence(given: Given): string {
  return `${movingSentence(given)} ${goingOnSentence(given)}`;
}

function movingSentence(given: Given): string {
  const { result, inputs, currency, today, uncertainty, verdict } = given;
  const { architectures: of } = result;
  const moving = movingOf(result, today, uncertainty, verdict);
  if (moving.kind === "none") return verdictSentence({ verdict, result, inputs, currency });
  if (moving.kind === "alone") return "Moving is no choice: no other architecture meets your targets.";
  const { to, saves } = moving;
  const place = spoken[to].within;
  const isPlural = spoken[to].isPlural;
  const trials = saves === null ? "" : `; it saves in ${inTrials(saves)}`;
  const money = (name: Architecture) => formatMoney(of[name].netPresentCost, currency);
  switch (moving.kind) {
    case "targets": {
      const decides = moving.decidedBy === null ? "" : `: what decides is ${nameOfDrawnInSentence(moving.decidedBy)}`;
      return `Moving to ${place} saves in ${inTrials(moving.saves)}, but ${place} ${isPlural ? "miss" : "misses"} ${targetWords[moving.target]} in ${ofHundredInWords(moving.misses)}${decides}.`;
    }
    case "close": {
      const costs = `${money(to)} against ${money(today)} for going on as now`;
      return `Too close to call whether moving to ${place} pays: ${costs}, net present${trials}.`;
    }
    case "saves": {
      const { payback, netPresent } = savingsTo(to, given);
      const saving = `${formatMoney(netPresent, currency)} over ${spanOf(inputs.horizonMonths)}, net present, ${paybackWords(payback, inputs.horizonMonths)}`;
      if (saves === null) return `At the likeliest values moving to ${place} saves ${saving}.`;
      return `Moving to ${place} ${moving.isClear ? "" : "probably "}saves ${saving}${trials}.`;
    }
    case "costs": {
      const more = `${formatMoney(-savingsTo(to, given).netPresent, currency)} more than going on as now over ${spanOf(inputs.horizonMonths)}, net present`;
      const probably = saves === null || moving.isClear ? "" : "probably ";
      // It may be worth its money: what runs today misses a target.
      const words = of[today].eligible
        ? `moving ${probably}does not pay: ${place}, the cheapest other, ${isPlural ? "cost" : "costs"} ${more}`
        : `moving to ${place} ${probably}costs ${more}`;
      const said = saves === null ? `At the likeliest values ${words}` : words.charAt(0).toUpperCase() + words.slice(1);
      const often = of[today].eligible && isPlural ? trials.replace("it saves", "they save") : trials;
      return `${said}${often}.`;
    }
  }
}

const savingsTo = (to: Architecture, { result, today, uncertainty }: Given) =>
  savingsOf(result, today, uncertainty).find(({ architecture }) => architecture === to) as Savings;

function paybackWords(month: number | null, horizonMonths: number): string {
  if (month === null) return `but does not pay back in cash within ${spanOf(horizonMonths)}`;
  return month === 0 ? "and pays from the first month" : `and pays back in month ${month}`;
}

/** The same for a cell: "month 17", "from the first month", "never within 5 years". */
export function paybackInShort(month: number | null, horizonMonths: number): string {
  if (month === null) return `never within ${spanOf(horizonMonths)}`;
  return month === 0 ? "from the first month" : `month ${month}`;
}

/** By when it has paid back in 10 and in 90 of 100 trials: "month 12 to 31", "month 13 to never"; where not even in 10, how often never. */
export function paybackRange({ payback: { 10: early, 90: late }, never }: SavingsDoubt): string {
  if (early === null) return `never in ${ofHundred(never)} of 100`;
  if (early === 0)
    return late === 0 ? "from the first month" : `the first month to ${late === null ? "never" : `month ${late}`}`;
  return late === early ? `month ${early}` : `month ${early} to ${late ?? "never"}`;
}

/** What going on as now costs, and the target that it misses. */
function goingOnSentence({ result, currency, today, uncertainty }: Given): string {
  const { architectures: of } = result;
  const costs = `Going on as now costs ${formatMoney(of[today].netPresentCost, currency)}`;
  const { eligible, permitted, feasible, meetsAvailability, meetsAnnualLoss } = of[today];
  if (!permitted) return `${costs} and is not allowed by law or policy.`;
  const missed: Target | false =
    !eligible && (!feasible ? "participation" : !meetsAvailability ? "availability" : !meetsAnnualLoss && "annualLoss");
  if (missed) return `${costs} and misses ${targetWords[missed]}.`;
  const trials = uncertainty?.architectures[today];
  const [often] = trials === undefined ? [] : missedTargets(trials);
  if (trials === undefined || often === undefined || trials.eligible >= clearFrom) return `${costs}.`;
  return `${costs} and misses ${targetWords[often]} in ${inTrials(1 - trials.eligible)}.`;
}

/** An amount against going on as now, without its currency: "saves 1.20 M", "300,000 more"; no sign says which. */
export function savedInShort(amount: number): string {
  const size = formatShort(Math.abs(amount));
  if (!/[1-9]/.test(size)) return "the same";
  return amount > 0 ? `saves ${size}` : `${size} more`;
}

/** What lies between two amounts, in words: "200,000 to 1.20 M saved", "300,000 more to 1.20 M saved". */
export function savedBetween(low: number, high: number): string {
  const side = (amount: number) => (amount < 0 ? "more" : "saved");
  const size = (amount: number) => formatShort(Math.abs(amount));
  if (side(low) !== side(high)) return `${size(low)} ${side(low)} to ${size(high)} ${side(high)}`;
  // The smaller first, whichever way it goes.
  const [least, most] = low < 0 ? [high, low] : [low, high];
  return `${size(least)} to ${size(most)} ${side(low)}`;
}

/** What it costs to change nothing, a sentence each: how it grows, and what waiting costs. */
export function goingOnWords({ result, inputs, currency, today, uncertainty, verdict }: Given): string[] {
  const than = movingTo(result, today, uncertainty, verdict);
  const { netPresentCost, cash, growth, waiting } = goingOnOf(result, today, than);
  const money = (amount: number) => formatMoney(amount, currency);
  const span = spanOf(inputs.horizonMonths);
  const name = spoken[today];
  const costs = `Going on as now costs ${money(netPresentCost)} over ${span}, net present, and ${money(cash)} in cash`;
  const grows =
    growth === null ? "" : `: ${money(growth.first)} in year 1, ${money(growth.last)} in year ${growth.years}`;
  const waits =
    waiting === null
      ? []
      : [
          `At the likeliest values each month of waiting costs ${money(waiting.monthly)} more than ${spoken[waiting.than].within} would, both spread evenly over ${span}.`,
        ];
  return [`${name.subject} ${name.isPlural ? "run" : "runs"} today. ${costs}${grows}.`, ...waits];
}
