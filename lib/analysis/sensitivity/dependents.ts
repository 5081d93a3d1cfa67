import type { Node, Quantity } from "@/lib/formula/node";
import { type Architecture, architectures, type Category, categories, views } from "@/lib/model/architectures";
import { type CostModel, costModel } from "@/lib/model/cost-model";
import { noRows, type OwnRows } from "@/lib/model/rows/own-rows";

/** The results of one architecture that an input has a part in. */
export interface Reach {
  readonly architecture: Architecture;
  readonly categories: readonly Category[];
  /** Results of model.md section 11 by their names: total, netPresentCost, unavailability … */
  readonly results: readonly string[];
  /** Physical quantities by their names: servers, peers … */
  readonly quantities: readonly string[];
}

type Says = (quantity: Quantity) => boolean;

/** Whether a quantity rests on the input, by reference; each quantity is looked at once. */
function restsOn(inputKey: string): Says {
  const known = new Map<Quantity, boolean>();
  const inNode = (node: Node): boolean => {
    if (node.kind === "number") return false;
    if (node.kind === "apply") return node.args.some(inNode);
    if (node.term.kind === "given") return node.term.key === inputKey;
    return node.term.kind === "quantity" && inQuantity(node.term);
  };
  const inQuantity: Says = (quantity) => {
    const before = known.get(quantity);
    if (before !== undefined) return before;
    const found = inNode(quantity.is);
    known.set(quantity, found);
    return found;
  };
  return inQuantity;
}

function reachIn(model: CostModel, architecture: Architecture, rests: Says): Reach {
  const { views: said, quantities, participation, ...results } = model.architectures[architecture];
  return {
    architecture,
    categories: categories.filter((category) => views.some((view) => rests(said[view].lines[category]))),
    results: Object.entries(results)
      .filter(([, result]) => ("of" in result ? rests(result.value) || rests(result.of) : rests(result)))
      .map(([name]) => name),
    quantities: Object.entries(quantities)
      .filter(([, quantity]) => rests(quantity))
      .map(([name]) => name),
  };
}

/**
 * Which results an input reaches: those whose formulas refer to it, directly or through others. What it does not reach
 * cannot change with it. The horizon says how many months there are, and so reaches everything.
 */
export function reaches(inputKey: string, rows: OwnRows = noRows): Reach[] {
  const model = costModel(rows);
  const rests: Says = inputKey === "horizonMonths" ? () => true : restsOn(inputKey);
  return architectures
    .map((architecture) => reachIn(model, architecture, rests))
    .filter(({ categories, results, quantities }) => categories.length + results.length + quantities.length > 0);
}
