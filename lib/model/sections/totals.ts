import { given as input } from "@/lib/model/input-term";
import { formula, nodeOf, quantity } from "../../formula/formula";
import type { Node, Quantity } from "../../formula/node";
import { sumOf } from "../../formula/primitives/arithmetic";
import {
  type Architecture,
  architectures,
  type Category,
  categories,
  categoryNames,
  type View,
  viewNames,
  views,
} from "../architectures";
import { monthsPerYear } from "../constants";
import type { DeclaredRows } from "../rows/row-terms";
import type { ArchitectureCosts } from "./architecture-costs";
import { isToday } from "./delivery";
import type { EquipmentCost } from "./equipment";
import { type OwnLineCost, ownLines } from "./own-lines";
import type { Sides } from "./sides";
import { type StaffCost, staffLines } from "./staff-lines";
import { resaleOf, transition } from "./transition";

/** Sections 9 to 11: categories in their three views, with own lines, moving and contingency, and their totals. */
export interface Totals {
  readonly views: Readonly<
    Record<View, { readonly lines: Readonly<Record<Category, Quantity>>; readonly total: Quantity }>
  >;
  readonly lines: LineQuantities;
}

/** What each line of a model costs an architecture, money a month, by its place among the lines of its table. */
export interface LineQuantities {
  readonly customLines: readonly OwnLineCost[];
  readonly equipmentLines: readonly EquipmentCost[];
  readonly staffLines: readonly StaffCost[];
}

/** Categories that running both does not cost twice. */
const apartFromRunning: readonly Category[] = ["development", "transition", "contingency"];

/** Development once: cash in month 0; in the other views over the life of what is developed. Nothing for what runs today. */
function development(architecture: Architecture): Record<View, Quantity> {
  const amount = formula`when(${isToday(architecture)}, 0, ${input[`${architecture}Development`]})`;
  const declare = (view: View, is: Node, during: Quantity["during"]) =>
    quantity({
      key: `${architecture}.built.${view}`,
      label: `Development, ${viewNames[view].toLowerCase()}`,
      unit: "money/month",
      during,
      source: "model.md section 3",
      is,
    });
  const inLife = formula`month() <= ${input.developmentLifeMonths}`;
  return {
    cash: declare("cash", formula`once(0, ${amount})`, "all"),
    straightLine: declare(
      "straightLine",
      formula`when(${inLife}, ${amount} / ${input.developmentLifeMonths}, 0)`,
      "running",
    ),
    financed: declare(
      "financed",
      formula`when(${inLife}, levelPayment(${amount}, ${input.costOfMoney} / ${monthsPerYear}, ${input.developmentLifeMonths}), 0)`,
      "running",
    ),
  };
}

/** What each architecture costs by category, apart from capital: the model's running cost, own lines, upkeep and people in lines. */
function currentCosts(
  architecture: Architecture,
  side: ArchitectureCosts,
  { customLines, equipmentLines, staffLines: staff }: LineQuantities,
): Record<Category, Quantity> {
  return Object.fromEntries(
    categories.map((category) => {
      const parts = [
        side.opening[category],
        side.running[category],
        ...customLines.map((line) => (line.category === category ? line.cost : undefined)),
        ...equipmentLines.map((line) => (line.category === category ? line.upkeep : undefined)),
        ...(category === "staff" ? staff.map(({ cost }) => cost) : []),
      ].filter((part) => part !== undefined);
      return [
        category,
        quantity({
          key: `${architecture}.current.${category}`,
          label: `${categoryNames[category]}, apart from capital`,
          unit: "money/month",
          during: "all",
          source: "model.md section 10",
          is: sumOf(parts.map(nodeOf)),
        }),
      ];
    }),
  ) as Record<Category, Quantity>;
}

export function totals({ costs: sides, fleets }: Sides, rows: DeclaredRows): Record<Architecture, Totals> {
  const each = <T>(make: (architecture: Architecture) => T) =>
    Object.fromEntries(architectures.map((a) => [a, make(a)])) as Record<Architecture, T>;
  const staff = staffLines(rows, sides);
  const resale = resaleOf(rows, fleets.onPremises);
  const lines = each(
    (architecture): LineQuantities => ({
      customLines: ownLines(rows.customLines, architecture, sides[architecture]),
      equipmentLines: sides[architecture].equipment.lines,
      staffLines: staff[architecture],
    }),
  );
  const current = each((architecture) => currentCosts(architecture, sides[architecture], lines[architecture]));
  const runningCost = each((architecture) =>
    quantity({
      key: `${architecture}.runningCost`,
      label: "Running cost",
      unit: "money/month",
      source: "model.md section 9",
      is: sumOf(
        categories
          .filter((category) => !apartFromRunning.includes(category))
          .map((category) => nodeOf(current[architecture][category])),
      ),
    }),
  );
  return each((architecture) => {
    const built = development(architecture);
    const moving = transition(architecture, runningCost, resale);
    const inView = (view: View) => {
      const declare = (category: Category, is: Node) =>
        quantity({
          key: `${architecture}.${view}.${category}`,
          label: categoryNames[category],
          unit: "money/month",
          during: "all",
          source: "model.md section 11",
          is,
        });
      const line = (category: Category): Quantity => {
        if (category === "transition") return declare(category, nodeOf(moving));
        const capital = (sides[architecture].capital[category] ?? []).map((bought) => nodeOf(bought.views[view]));
        const parts = [
          ...capital,
          ...(category === "development" ? [nodeOf(built[view])] : []),
          nodeOf(current[architecture][category]),
        ];
        return declare(category, sumOf(parts));
      };
      const before = categories
        .filter((category) => category !== "contingency")
        .map((category) => [category, line(category)] as const);
      const contingency = declare(
        "contingency",
        formula`${input.contingencyShare} * (${sumOf(before.map(([, quantity]) => nodeOf(quantity)))})`,
      );
      const all = Object.fromEntries([...before, ["contingency", contingency]]) as Record<Category, Quantity>;
      const total = quantity({
        key: `${architecture}.${view}.total`,
        label: "Total",
        unit: "money/month",
        during: "all",
        source: "model.md section 11",
        is: sumOf(categories.map((category) => nodeOf(all[category]))),
      });
      return { lines: all, total };
    };
    return {
      views: Object.fromEntries(views.map((view) => [view, inView(view)])) as Totals["views"],
      lines: lines[architecture],
    };
  });
}
