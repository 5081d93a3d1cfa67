import { evaluate } from "@/lib/formula/evaluate";
import { replicateSize } from "@/lib/math/hypercube";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { figureOf } from "@/lib/model/evaluate";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import { keepsOrder, orderRules } from "@/lib/model/rules";
import { manyPoints } from "../many-points";
import type { Steps } from "../steps";
import { planOf, valuesOf } from "../uncertainty/plan";
import type { UncertaintyRequest } from "../uncertainty/request";
import { criteriaProgram, everyQuantity } from "./criteria-program";
import { type ComputedLevels, grownInputs, growthFactor, levelsFrom } from "./levels";

/** An architecture in one trial. */
export interface TrialLevel {
  readonly levels: ComputedLevels;
  readonly eligible: boolean;
}

/** All architectures in one trial; null where the model refuses it. */
export type TrialLevels = Readonly<Record<Architecture, TrialLevel>> | null;

/** Trials between two pauses. */
const block = 50;

/** Net present cost of each at ten times the demand, and what is read of each trial as it is. */
function programs(request: UncertaintyRequest, terms: readonly string[]) {
  const { inputs, rows } = request;
  const { program, quantities } = criteriaProgram(rows);
  const baseOf = (of: Inputs) => evaluate(program, figureOf(of, rows), of.horizonMonths);
  const costs = architectures.map((a) => quantities[a].cost);
  const grown = manyPoints({ program, base: baseOf(grownInputs(inputs)), terms, wanted: costs }, (figure) =>
    costs.map(figure),
  );
  const usual = manyPoints({ program, base: baseOf(inputs), terms, wanted: everyQuantity(quantities) }, (figure) => {
    const found = architectures.map((a): TrialLevel => {
      const of = quantities[a];
      return {
        levels: levelsFrom(figure, of, null),
        eligible: figure(of.eligible) !== 0,
      };
    });
    return found.every(({ levels }) => Number.isFinite(levels.cost)) ? found : null;
  });
  return usual && { usual, grown };
}

/**
 * The levels of every architecture in each trial, the very trials of the analysis of uncertainty.
 *
 * @returns null where this browser cannot work them out
 */
export function* trialLevels(request: UncertaintyRequest, trials: number): Steps<TrialLevels[] | null> {
  const plan = planOf(request);
  const terms = plan.drawn.map(({ term }) => term);
  const made = programs(request, terms);
  if (!made) return null;
  const demand = terms.indexOf("demandScale");
  const rules = orderRules.filter((rule) => rule.keys.some((key) => terms.includes(key)));
  const keepsRules = (point: readonly number[]) =>
    rules.every((rule) => {
      const drawn = Object.fromEntries(
        rule.keys.map((key: InputKey) => [key, point[terms.indexOf(key)] ?? request.inputs[key]]),
      );
      return keepsOrder(rule, { ...request.inputs, ...drawn });
    });
  const found: TrialLevels[] = [];
  for (let replicate = 0; replicate < trials / replicateSize; replicate++) {
    const values = plan.drawn.map((figure) => valuesOf(figure, plan.draws(figure, replicate)));
    for (let from = 0; from < replicateSize; from += block) {
      const points = Array.from({ length: block }, (_, i) => values.map((each) => each[from + i] as number));
      const usual = made.usual(points);
      const grown = made.grown?.(
        points.map((point) => point.map((value, k) => (k === demand ? growthFactor * value : value))),
      );
      for (const [i, levels] of usual.entries()) {
        const isKept = levels !== null && keepsRules(points[i] as readonly number[]);
        found.push(isKept ? withGrowth(levels, grown?.[i] ?? null) : null);
      }
      yield;
    }
  }
  return found;
}

function withGrowth(levels: readonly TrialLevel[], grown: readonly number[] | null): TrialLevels {
  return Object.fromEntries(
    architectures.map((a, place) => {
      const of = levels[place] as TrialLevel;
      const cost = grown?.[place];
      const isKnown = cost !== undefined && Number.isFinite(cost) && (of.levels.cost as number) > 0;
      const growth = isKnown ? cost / (growthFactor * (of.levels.cost as number)) : null;
      return [a, { ...of, levels: { ...of.levels, growth } }];
    }),
  ) as Exclude<TrialLevels, null>;
}
