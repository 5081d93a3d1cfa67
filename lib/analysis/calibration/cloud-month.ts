import { compile, type Program } from "@/lib/formula/compile";
import { evaluate } from "@/lib/formula/evaluate";
import type { Node, Quantity } from "@/lib/formula/node";
import { figureOf } from "@/lib/model/evaluate";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import { type BillPart, billParts } from "@/lib/model/rows/choices";
import { noRows } from "@/lib/model/rows/own-rows";
import { billedQuantities } from "@/lib/model/sections/cloud";
import { inputsBehind } from "../sensitivity/dependencies";

export const sum = (amounts: readonly number[]): number => amounts.reduce((all, amount) => all + amount, 0);

/** What each part of a bill costs, money of one month. */
export type Costs = Readonly<Record<BillPart, number>>;

export const costOf = (parts: readonly BillPart[], costs: Costs): number => sum(parts.map((part) => costs[part]));

let program: Program | undefined;

/** What the parts of a bill cost in a month of the model, whatever runs today. */
export function cloudMonth(inputs: Inputs, month: number): Costs {
  program ??= compile(Object.values(billedQuantities));
  // No price or demand of a month rests on those after it.
  const evaluation = evaluate(program, figureOf(inputs, noRows), month);
  const costs = billParts.map((part) => [part, evaluation.values(billedQuantities[part])[month]]);
  return Object.fromEntries(costs) as Costs;
}

function quantitiesIn(node: Node): Quantity[] {
  if (node.kind === "apply") return node.args.flatMap(quantitiesIn);
  return node.kind === "term" && node.term.kind === "quantity" ? [node.term] : [];
}

/** How many parts of a bill stand one on the other below a part: support is a share of logs, which are a share of compute. */
export function levelOf(part: BillPart): number {
  const referred = quantitiesIn(billedQuantities[part].is);
  const below = billParts.filter((other) => referred.includes(billedQuantities[other]));
  return below.length === 0 ? 0 : 1 + Math.max(...below.map(levelOf));
}

/** The inputs that parts of a bill rest on. */
export function keysBehind(parts: readonly BillPart[], inputs: Inputs): ReadonlySet<InputKey> {
  return inputsBehind(
    parts.map((part) => billedQuantities[part]),
    inputs,
  );
}
