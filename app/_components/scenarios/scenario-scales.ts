import { cumulative, sumOf } from "@/app/_components/results/tables/periods";
import { byYear } from "@/lib/export/by-year";
import { type Category, categories } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import type { MoneySpan } from "../charts/money-axis";

export interface ScenarioScales {
  cumulative: MoneySpan;
  yearly: MoneySpan;
  /** From the largest to the smallest. */
  used: Category[];
}

/** What all columns share, so that the same height is the same money and zero lies at the same height in each. */
export function scalesOf(results: readonly Pick<CostsResult, "architectures">[]): ScenarioScales {
  const cash = results.flatMap(({ architectures }) => Object.values(architectures).map(({ views }) => views.cash));
  const size = (category: Category) => cash.reduce((sum, { lines }) => sum + Math.abs(sumOf(lines[category])), 0);
  const used = categories
    .map((category) => ({ category, amount: size(category) }))
    .filter(({ amount }) => amount > 0)
    .sort((a, b) => b.amount - a.amount)
    .map(({ category }) => category);
  // Costs are stacked up from zero and credits down from it: neither is as high as their sum.
  const stacks = cash.flatMap(({ lines }) => {
    const years = used.map((category) => byYear(lines[category]));
    return (years[0] ?? []).map((_, year) => years.map((amounts) => amounts[year] ?? 0));
  });
  const ofSign = (sign: 1 | -1) => (stack: readonly number[]) =>
    stack.reduce((sum, amount) => (amount * sign > 0 ? sum + amount : sum), 0);
  return {
    cumulative: spanOf(cash.flatMap(({ total }) => cumulative(total))),
    yearly: spanOf([...stacks.map(ofSign(1)), ...stacks.map(ofSign(-1))]),
    used,
  };
}

function spanOf(amounts: readonly number[]): MoneySpan {
  return amounts.reduce<MoneySpan>(
    ({ least, most }, amount) => ({ least: Math.min(least, amount), most: Math.max(most, amount) }),
    { least: 0, most: 0 },
  );
}
