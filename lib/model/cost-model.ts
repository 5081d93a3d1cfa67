import { compile, type Program } from "../formula/compile";
import type { Quantity } from "../formula/node";
import { type Architecture, architectures } from "./architectures";
import type { OwnRows } from "./rows/own-rows";
import { declarationKey, declaredRows } from "./rows/row-terms";
import { type NetPresent, netPresent } from "./sections/net-present";
import type { PeerNeed } from "./sections/peers";
import { type Ratio, type Results, results } from "./sections/results";
import { declareSides, type Sides } from "./sections/sides";
import { type LineQuantities, totals } from "./sections/totals";

/** The whole model for a set of own rows: the results of each architecture, as declared quantities, and the order in which to work them out. */
export interface CostModel {
  readonly architectures: Readonly<Record<Architecture, Results>>;
  /** What net present costs are made of. It is not in the program, which follows typing: `wholeProgram` has it. */
  readonly netPresent: Readonly<Record<Architecture, NetPresent>>;
  readonly program: Program;
  /** What each line costs an architecture. */
  readonly lines: Readonly<Record<Architecture, LineQuantities>>;
  /** What stands and is bought, and what takes how many peers: for those who look into them. */
  readonly fleets: Sides["fleets"];
  readonly peerNeeds: Readonly<Record<PeerNeed, Quantity>>;
}

/** The quantities that make up the results of one architecture. */
export function quantitiesOf(results: Results): Quantity[] {
  const { views, quantities, participation, ...rest } = results;
  return [
    ...Object.values(views).flatMap(({ lines, total }) => [...Object.values(lines), total]),
    ...Object.values(rest).flatMap((result) => ("of" in result ? [result.value, result.of] : [result])),
    ...Object.values(quantities),
    ...Object.values(participation ?? {}),
  ];
}

/** A quantity of the results; a ratio has no meaning where what it is `of` is 0. */
export interface ShownFigure {
  readonly quantity: Quantity;
  readonly of?: Quantity;
}

const shown = new WeakMap<CostModel, readonly ShownFigure[]>();

/** What the results show, architecture by architecture. */
export function shownFigures(model: CostModel): readonly ShownFigure[] {
  const known = shown.get(model);
  if (known) return known;
  const figures = Object.values(model.architectures).flatMap((results) => {
    const ratios = Object.values(results).filter((each): each is Ratio => typeof each === "object" && "of" in each);
    const denominators = new Map(ratios.map(({ value, of }) => [value, of]));
    return quantitiesOf(results).map((quantity): ShownFigure => {
      const of = denominators.get(quantity);
      return of === undefined ? { quantity } : { quantity, of };
    });
  });
  shown.set(model, figures);
  return figures;
}

/** Models made lately, by what their own rows declare: a keystroke in an amount declares nothing new. */
const made = new Map<string, CostModel>();
const kept = 8;

export function costModel(rows: OwnRows): CostModel {
  const key = declarationKey(rows);
  const known = made.get(key);
  if (known) return known;
  const declared = declaredRows(rows);
  const sides = declareSides(declared);
  const costs = totals(sides, declared);
  const each = <T>(make: (architecture: Architecture) => T) =>
    Object.fromEntries(architectures.map((a) => [a, make(a)])) as Record<Architecture, T>;
  const byArchitecture = each((a) => results(a, sides.costs[a], costs[a]));
  const model = {
    architectures: byArchitecture,
    netPresent: each((a) => netPresent(a, sides.costs[a], costs[a])),
    program: compile(architectures.flatMap((a) => quantitiesOf(byArchitecture[a]))),
    lines: each((a) => costs[a].lines),
    fleets: sides.fleets,
    peerNeeds: sides.costs.peerToPeer.peerNeeds as CostModel["peerNeeds"],
  };
  made.set(key, model);
  if (made.size > kept) made.delete(made.keys().next().value as string);
  return model;
}

const wholePrograms = new WeakMap<CostModel, Program>();

/** The program of a model with the parts of its net present costs and the pieces of its lines, for those who look into its figures. */
export function wholeProgram(model: CostModel): Program {
  const known = wholePrograms.get(model);
  if (known) return known;
  const parts = architectures.flatMap((a) => {
    const { lines, total } = model.netPresent[a];
    const pieces = model.lines[a].equipmentLines.map(({ bought }) => bought.inService);
    return [...Object.values(lines), total, ...pieces];
  });
  const program = compile(parts, model.program);
  wholePrograms.set(model, program);
  return program;
}
