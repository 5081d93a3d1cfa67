import { byYear } from "@/lib/export/by-year";
import { categoriesBySize } from "@/lib/export/charts/cost-charts";
import type { MoneySpan } from "@/lib/export/charts/description";
import { cumulative } from "@/lib/export/periods";
import type { CostsResult, ShownCategory } from "@/lib/model/pay/pay";

export interface ScenarioScales {
  cumulative: MoneySpan;
  yearly: MoneySpan;
  /** From the largest to the smallest. */
  used: readonly ShownCategory[];
}

/** What all columns share, so that the same height is the same money and zero lies at the same height in each. */
export function scalesOf(results: readonly Pick<CostsResult, "architectures">[]): ScenarioScales {
  const cash = results.flatMap(({ architectures }) => Object.values(architectures).map(({ views }) => views.cash));
  const used = categoriesBySize(cash, false);
  // Costs are stacked up from zero and credits down from it: neither is as high as their sum.
  const stacks = cash.flatMap(({ lines }) => {
    const years = used.map(({ key }) => byYear(lines[key]));
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
