import { replicateSize } from "@/lib/math/hypercube";
import type { Steps } from "../steps";
import { outcomeProgram } from "./outcome-program";
import { emptyOutcomes, keptOnly, type Outcomes } from "./outcomes";
import { type Plan, valuesOf } from "./plan";
import type { UncertaintyRequest } from "./request";
import { evaluateTrials } from "./trials";

/** Trials that are evaluated at once: so few that their figures stay near the processor (bench/uncertainty.ts). */
const usualBlock = 10;

/** Draws all trials and evaluates them, a block a step. How many are a block changes no figure. */
export function* runTrials(request: UncertaintyRequest, plan: Plan, block = usualBlock): Steps<Outcomes> {
  const model = outcomeProgram(request.lines);
  const outcomes = emptyOutcomes(request.trials, request.inputs.horizonMonths);
  for (let replicate = 0; replicate < request.trials / replicateSize; replicate++) {
    const values = plan.drawn.map((figure) => [figure.term, valuesOf(figure, plan.draws(figure, replicate))] as const);
    for (let from = 0; from < replicateSize; from += block) {
      const to = Math.min(from + block, replicateSize);
      const drawn = new Map(values.map(([term, all]) => [term, all.subarray(from, to)]));
      const first = replicate * replicateSize;
      evaluateTrials(request, model, drawn, { from: first + from, to: first + to }, outcomes);
      yield;
    }
  }
  return keptOnly(outcomes);
}
