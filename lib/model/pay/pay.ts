import { parseUnit } from "@/lib/formula/unit";
import { type Category, categories, categoryNames } from "@/lib/model/architectures";
import { type InputKey, inputList } from "@/lib/model/inputs";
import type { ArchitectureResult, ModelResult, NetPresentCosts, Series, ViewResult } from "@/lib/model/result";
import type { RowTable } from "@/lib/model/rows/own-rows";

// What of a model tells what people are paid, so that a model can be shown without it.

/** What staff are paid, how many there are, and what follows from either: a sum and the heads give the pay. */
export const payInputs: readonly InputKey[] = inputList
  .filter(
    (declared) =>
      declared.group === "staff" ||
      declared.key === "wageInflation" ||
      (declared.format !== "choice" && parseUnit(declared.dimension).has("FTE")),
  )
  .map(({ key }) => key as InputKey);

/** Own lines of these are pay too. */
export const payCategories: readonly Category[] = ["staff"];

/** Rows of these tables are pay as a whole: with the heads beside a sum of staff, pay could be worked out. */
export const payTables: readonly RowTable[] = ["staffLines"];

/** Whether a figure that trials drew may tell pay: an input of pay, or any line, whose key does not tell what it is of. */
export function mayTellPay(key: string): boolean {
  return key.startsWith("line:") || payInputs.some((one) => one === key);
}

/** The categories that pay enters: running both for a time, and contingency, are shares of the rest. pay.test.ts finds no others. */
export const enteredByPay: readonly Category[] = ["staff", "transition", "contingency"];

/**
 * What is shown as one sum where pay is left out: those, and what else people and not machines cost. Moving and contingency are often
 * nothing, and then a sum of the three would be the payroll.
 */
export const pooledCategories: readonly Category[] = [
  "staff",
  "software",
  "compliance",
  "coordination",
  "development",
  "transition",
  "contingency",
];

const [pool] = pooledCategories as readonly [Category, ...Category[]];

export interface ShownCategory {
  readonly key: Category;
  /** On screen. */
  readonly name: string;
  /** In a file. */
  readonly word: string;
}

const apart = categories.map((key): ShownCategory => ({ key, name: categoryNames[key], word: key }));
const pooled = apart
  .filter(({ key }) => key === pool || !pooledCategories.includes(key))
  .map((category) =>
    category.key === pool ? { ...category, name: `${category.name} and other`, word: `${pool}AndOther` } : category,
  );

/** The categories in which costs are shown: each, or the pooled ones as one. */
export function shownCategories(isPayPooled: boolean): readonly ShownCategory[] {
  return isPayPooled ? pooled : apart;
}

/** What charts and tables of cost are drawn from. */
export interface CostsResult extends Pick<ModelResult, "months" | "ranking"> {
  readonly architectures: Readonly<
    Record<keyof ModelResult["architectures"], Pick<ArchitectureResult, "eligible" | "views">>
  >;
}

/** The costs of a result and nothing else of it; where pay is left out, the pooled categories as one sum under the first of them. */
export function costsOf({ months, ranking, architectures }: ModelResult, isPayPooled: boolean): CostsResult {
  const view = (of: ViewResult) => shownView(of, isPayPooled);
  return {
    months,
    ranking,
    architectures: Object.fromEntries(
      Object.entries(architectures).map(([name, { eligible, views }]) => [
        name,
        {
          eligible,
          views: {
            cash: view(views.cash),
            straightLine: view(views.straightLine),
            financed: view(views.financed),
          },
        },
      ]),
    ) as CostsResult["architectures"],
  };
}

function shownView({ lines, total }: ViewResult, isPayPooled: boolean): ViewResult {
  return { lines: isPayPooled ? poolLines(lines) : lines, total };
}

/** The same of net present costs. */
export function shownNetPresent(costs: NetPresentCosts, isPayPooled: boolean): NetPresentCosts {
  return Object.fromEntries(
    Object.entries(costs).map(([name, of]) => [name, shownView(of, isPayPooled)]),
  ) as NetPresentCosts;
}

function poolLines(lines: ViewResult["lines"]): ViewResult["lines"] {
  const sum = lines[pool].map((_, month) =>
    pooledCategories.reduce((all, category) => all + (lines[category][month] as number), 0),
  );
  const nothing: Series = lines[pool].map(() => 0);
  return {
    ...lines,
    ...Object.fromEntries(pooledCategories.map((category) => [category, category === pool ? sum : nothing])),
  };
}
