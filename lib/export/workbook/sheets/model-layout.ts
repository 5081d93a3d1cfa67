import { sectionOf, sectionTitle } from "@/lib/analysis/method";
import { nodeOf, quantity } from "@/lib/formula/formula";
import type { Node, Quantity } from "@/lib/formula/node";
import { sumOf } from "@/lib/formula/primitives/arithmetic";
import {
  type Architecture,
  architectureNames,
  architectures,
  type View,
  viewNames,
  views,
} from "@/lib/model/architectures";
import { type CostModel, quantitiesOf } from "@/lib/model/cost-model";
import { pooledCategories, shownCategories } from "@/lib/model/pay/pay";
import type { Results } from "@/lib/model/sections/results";
import { rowsOf } from "./month-sheet";

/** What one architecture costs in one view, as the workbook shows it: a row for each category that is shown, and the total. */
export interface ShownView {
  readonly lines: readonly { readonly name: string; readonly quantity: Quantity }[];
  readonly total: Quantity;
}

/** Which quantities stand on which sheets, and how each is worked out. */
export interface ModelLayout {
  readonly sections: readonly SectionLayout[];
  readonly place: ReadonlyMap<Quantity, { readonly sheet: string; readonly row: number }>;
  readonly shown: Readonly<Record<Architecture, Readonly<Record<View, ShownView>>>>;
  /** The formula that stands in the workbook for a quantity; undefined where its values do. */
  readonly formulaOf: (quantity: Quantity) => Node | undefined;
  /** What a ratio is of: where that is nothing, the ratio has no value. */
  readonly ratioOf: ReadonlyMap<Quantity, Quantity>;
}

interface SectionLayout {
  readonly name: string;
  readonly title: string;
  readonly groups: readonly { readonly title: string; readonly members: readonly Quantity[] }[];
}

/** Costs that would disclose pay, as one row of values. */
function pooledView(architecture: Architecture, view: View, { views }: Results) {
  const { lines, total } = views[view];
  const pooled = quantity({
    key: `${architecture}.${view}.staffAndOther`,
    label: "Staff and other",
    unit: "money/month",
    during: "all",
    source: "left out of this link: pay, and what would tell it",
    is: sumOf(pooledCategories.map((category) => nodeOf(lines[category]))),
  });
  const shown = shownCategories(true).map(({ key, name }) => ({
    name,
    quantity: pooledCategories.includes(key) ? pooled : lines[key],
  }));
  return { shown: { lines: shown, total }, pooled, total, is: sumOf(shown.map((line) => nodeOf(line.quantity))) };
}

/** Quantities in the order in which each finds its terms before it. */
function collect(roots: readonly Quantity[], formulaOf: ModelLayout["formulaOf"]): Quantity[] {
  const found = new Set<Quantity>();
  const visit = (node: Node): void => {
    if (node.kind === "apply") for (const arg of node.args) visit(arg);
    if (node.kind === "term" && node.term.kind === "quantity") add(node.term);
  };
  const add = (quantity: Quantity) => {
    if (found.has(quantity)) return;
    const formula = formulaOf(quantity);
    if (formula) visit(formula);
    found.add(quantity);
  };
  for (const root of roots) add(root);
  return [...found];
}

const groupNames = ["Shared", ...architectures.map((name) => architectureNames[name])];
const groupOf = ({ key }: Quantity) => architectures.findIndex((name) => key.startsWith(`${name}.`)) + 1;

function sectionsOf(quantities: readonly Quantity[]): SectionLayout[] {
  const numbers = [...new Set(quantities.map(sectionOf))].sort((a, b) => a - b);
  return numbers.map((number) => {
    const own = quantities.filter((each) => sectionOf(each) === number);
    const title = sectionTitle(number);
    return {
      name: title.split(":")[0]?.slice(0, 31) as string,
      title,
      groups: groupNames
        .map((title, place) => ({ title, members: own.filter((each) => groupOf(each) === place) }))
        .filter(({ members }) => members.length > 0),
    };
  });
}

/** @param isPayPooled whether the reader is not shown pay: then costs that would disclose it are one row, of values */
export function modelLayout(model: CostModel, isPayPooled: boolean): ModelLayout {
  const valued = new Set<Quantity>();
  const replaced = new Map<Quantity, Node>();
  const shownIn = (architecture: Architecture, view: View): ShownView => {
    const results = model.architectures[architecture];
    if (!isPayPooled) {
      const { lines, total } = results.views[view];
      return { lines: shownCategories(false).map(({ key, name }) => ({ name, quantity: lines[key] })), total };
    }
    const { shown, pooled, total, is } = pooledView(architecture, view, results);
    valued.add(pooled);
    replaced.set(total, is);
    return shown;
  };
  const shown = Object.fromEntries(
    architectures.map((a) => [a, Object.fromEntries(views.map((view) => [view, shownIn(a, view)]))]),
  ) as ModelLayout["shown"];
  const formulaOf = (each: Quantity) => (valued.has(each) ? undefined : (replaced.get(each) ?? each.is));
  const roots = architectures.flatMap((a) => {
    const results = model.architectures[a];
    const lines = new Set(views.flatMap((view) => Object.values(results.views[view].lines)));
    return [
      ...views.flatMap((view) => [...shown[a][view].lines.map((line) => line.quantity), shown[a][view].total]),
      ...quantitiesOf(results).filter((each) => !lines.has(each)),
    ];
  });
  const sections = sectionsOf(collect(roots, formulaOf));
  const place = new Map<Quantity, { sheet: string; row: number }>();
  for (const { name, groups } of sections) {
    for (const [each, row] of rowsOf(groups)) place.set(each, { sheet: name, row });
  }
  const ratios = architectures.flatMap((a) =>
    Object.values(model.architectures[a]).flatMap((each): [Quantity, Quantity][] =>
      each !== null && typeof each === "object" && "of" in each && "value" in each ? [[each.value, each.of]] : [],
    ),
  );
  return { sections, place, shown, formulaOf, ratioOf: new Map(ratios) };
}

/** "Cash: Hardware" where a label alone does not say the view. */
export function labelOf(quantity: Quantity): string {
  const view = views.find((name) => quantity.key.includes(`.${name}.`));
  return view === undefined ? quantity.label : `${quantity.label}, ${viewNames[view].toLowerCase()}`;
}
