import { type WatchedFigure, watchedFigures } from "@/lib/draft/watched";
import { type Architecture, architectureNames } from "@/lib/model/architectures";
import { type InputKey, type Inputs, input } from "@/lib/model/inputs";
import type { Condition } from "@/lib/schemas/decision/condition";
import { describeInput } from "@/lib/value/describe-input";
import { formatMoney, formatNumber, formatPercent, formatWhole } from "@/lib/value/format";
import { inputName } from "@/lib/value/input-name";
import { spoken } from "@/lib/value/spoken";

/** What conditions are held against; the shares of trials are null where none have run. */
export interface Watched {
  readonly inputs: Inputs;
  readonly architectures: Readonly<
    Record<string, Readonly<Partial<Record<Exclude<WatchedFigure, "cheapest">, number | null>>>>
  >;
  readonly cheapest: Readonly<Record<string, number>> | null;
  /** The rate of its money to the dollar. */
  readonly currencyRate: number;
}

export function isMoneyIn(condition: Condition): boolean {
  if (condition.of === "figure") return watchedFigures[condition.figure].unit === "money";
  return input[condition.input as InputKey].format === "money";
}

/**
 * The present value of what a condition watches, money in the currency of a rate to the dollar.
 *
 * @returns null where there is none
 */
export function watchedValue(condition: Condition, watched: Watched, rate: number): number | null {
  const value = plainValue(condition, watched);
  return value === null || !isMoneyIn(condition) ? value : (value / watched.currencyRate) * rate;
}

function plainValue(condition: Condition, { inputs, architectures: of, cheapest }: Watched): number | null {
  if (condition.of === "input") return Number(inputs[condition.input as InputKey]);
  const { figure, architecture } = condition;
  if (figure === "cheapest") return cheapest?.[architecture] ?? null;
  return of[architecture]?.[figure] ?? null;
}

/** Whether a condition holds for a value; what has no value does not. */
export function holds({ is, than }: Condition, value: number | null): boolean {
  return value !== null && (is === "above" ? value > than : value < than);
}

/** What a condition watches, as a sentence begins with it: "Electricity price", "Chance that own servers are cheapest". */
export function watchedName(condition: Condition): string {
  if (condition.of === "input") return inputName(input[condition.input as InputKey]);
  if (condition.figure === "cheapest") {
    const { within, isPlural } = spoken[condition.architecture as Architecture];
    return `Chance that ${within} ${isPlural ? "are" : "is"} cheapest`;
  }
  const { label } = watchedFigures[condition.figure];
  return `${label[0]?.toUpperCase()}${label.slice(1)} of ${architectureNames[condition.architecture as Architecture].toLowerCase()}`;
}

export function watchedWords(condition: Condition, value: number | null, currency: string): string {
  if (value === null) return "no figure";
  if (condition.of === "input") return describeInput(input[condition.input as InputKey], value, currency);
  switch (watchedFigures[condition.figure].unit) {
    case "money":
      return formatMoney(value, currency);
    case "kg":
      return `${formatWhole(value)}\u00a0kg`;
    case "share":
      return formatPercent(value);
  }
}

/** "Electricity above 0.25 USD/kWh"; a threshold of money or carbon in all its digits. */
export function conditionWords(condition: Condition, currency: string): string {
  const { is, than } = condition;
  const unit =
    condition.of === "figure"
      ? { money: currency, kg: "kg", share: null }[watchedFigures[condition.figure].unit]
      : null;
  const threshold = unit === null ? watchedWords(condition, than, currency) : `${formatNumber(than)}\u00a0${unit}`;
  return `${watchedName(condition)} ${is} ${threshold}`;
}
