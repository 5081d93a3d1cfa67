import { formula, nodeOf, quantity } from "../../formula/formula";
import type { InputTerm, Node, Quantity } from "../../formula/node";
import type { Architecture, Category } from "../architectures";
import { oneMonth } from "../constants";
import type { CustomLine, CustomLineKind } from "../custom-lines";
import type { ArchitectureCosts } from "./architecture-costs";
import { users } from "./demand";

/** Section 10: a user's own lines, as formulas like any other. Their figures are inputs, by the place of the line. */

export type LineField = "amount" | "fromMonth" | "toMonth" | "escalation" | "everyMonths";

const amountUnits: Record<CustomLineKind, string> = {
  once: "money",
  monthly: "money/month",
  perUser: "money/user/month",
  perServer: "money/server/month",
  perPeer: "money/peer/month",
  every: "money",
};
const fieldUnits: Record<Exclude<LineField, "amount">, string> = {
  fromMonth: "month",
  toMonth: "month",
  escalation: "1/year",
  everyMonths: "month",
};

const terms = new Map<string, InputTerm>();

/** A figure of the line at a place, as formulas refer to it. Its key says which: "customLines.3.amount". */
export function lineTerm(place: number, kind: CustomLineKind, field: LineField): InputTerm {
  const unit = field === "amount" ? amountUnits[kind] : fieldUnits[field];
  const key = `customLines.${place}.${field}`;
  const id = `${key} ${unit}`;
  let term = terms.get(id);
  if (!term) {
    term = { kind: "given", key, label: `Own line ${place + 1}: ${field}`, unit };
    terms.set(id, term);
  }
  return term;
}

/** What an amount of a kind is counted by in an architecture; nothing where the architecture has none of it. */
function countOf(kind: CustomLineKind, side: ArchitectureCosts): Node | undefined {
  switch (kind) {
    case "once":
    case "monthly":
    case "every":
      return { kind: "number", value: 1 };
    case "perUser":
      return nodeOf(users);
    case "perServer":
      return side.counts.machines;
    case "perPeer":
      return side.counts.peers;
  }
}

/** One line in one architecture, money a month. */
export interface OwnLineCost {
  /** Of the line among all. */
  readonly place: number;
  readonly category: Category;
  readonly cost: Quantity;
}

/** The own lines of one architecture. */
export function ownLines(
  lines: readonly CustomLine[],
  architecture: Architecture,
  side: ArchitectureCosts,
): OwnLineCost[] {
  return lines.flatMap((line, place) => {
    if (!line.architectures.includes(architecture)) return [];
    const count = countOf(line.kind, side);
    if (!count) return [];
    const amount = lineTerm(place, line.kind, "amount");
    const from = lineTerm(place, line.kind, "fromMonth");
    const to = lineTerm(place, line.kind, "toMonth");
    const escalation = lineTerm(place, line.kind, "escalation");
    const isOnce = line.kind === "once";
    const risen = formula`${amount} * grow(${escalation})`;
    const isIn = formula`month() >= ${from} and month() <= ${to}`;
    const inMonth = (): Node => {
      if (line.kind !== "every") return formula`when(${isIn}, ${amount} * ${count} * grow(${escalation}), 0)`;
      const every = lineTerm(place, line.kind, "everyMonths");
      const since = formula`month() - ${from}`;
      return formula`when(${isIn} and floor((${since}) / ${every}) * ${every} = ${since}, ${risen} / ${oneMonth}, 0)`;
    };
    const cost = quantity({
      key: `${architecture}.customLines.${place}`,
      label: line.label,
      unit: "money/month",
      source: "own line",
      during: isOnce ? "all" : "running",
      is: isOnce ? formula`once(${from}, ${risen})` : inMonth(),
    });
    return [{ place, category: line.category, cost }];
  });
}

/** What the fields come to where a line leaves them out. */
export const lineDefaults = {
  fromMonth: () => 1,
  toMonth: (horizon: number) => horizon,
  escalation: () => 0,
  everyMonths: () => 1,
};
