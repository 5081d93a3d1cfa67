import { compile, type Program } from "../formula/compile";
import type { Quantity } from "../formula/node";
import { type Architecture, architectures } from "./architectures";
import type { CustomLine } from "./custom-lines";
import type { ArchitectureCosts } from "./sections/architecture-costs";
import { cloud } from "./sections/cloud";
import { hybrid } from "./sections/hybrid";
import { onPremises } from "./sections/on-premises";
import { peerToPeer } from "./sections/peer-to-peer";
import { type Results, results } from "./sections/results";
import { totals } from "./sections/totals";

/** The whole model for a set of own lines: the results of each architecture, as declared quantities, and the order in which to work them out. */
export interface CostModel {
  readonly architectures: Readonly<Record<Architecture, Results>>;
  readonly program: Program;
}

const sides: Record<Architecture, ArchitectureCosts> = { onPremises, cloud, hybrid, peerToPeer };

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

/** Models made lately, by what their own lines declare: a keystroke in an amount declares nothing new. */
const made = new Map<string, CostModel>();
const kept = 8;

export function costModel(lines: readonly CustomLine[]): CostModel {
  const key = JSON.stringify(
    lines.map(({ label, category, kind, architectures }) => [label, category, kind, architectures]),
  );
  const known = made.get(key);
  if (known) return known;
  const costs = totals(sides, lines);
  const byArchitecture = Object.fromEntries(architectures.map((a) => [a, results(a, sides[a], costs[a])])) as Record<
    Architecture,
    Results
  >;
  const model = {
    architectures: byArchitecture,
    program: compile(architectures.flatMap((a) => quantitiesOf(byArchitecture[a]))),
  };
  made.set(key, model);
  if (made.size > kept) made.delete(made.keys().next().value as string);
  return model;
}
