import { replicateSize } from "@/lib/math/hypercube";
import type { Steps } from "../steps";
import { outcomeProgram } from "./outcome-program";
import { emptyOutcomes, type Outcomes } from "./outcomes";
import { type Plan, planOf, valuesOf } from "./plan";
import type { UncertaintyRequest } from "./request";
import { compiledTrials, type EvaluateTrials, interpretedTrials } from "./trials";

/**
 * Trials of a step: by kernels so few that their figures stay near the processor, by code so many as take a few
 * milliseconds.
 */
const usualBlock = { interpreted: 10, compiled: 100 };

/** How trials are worked out: it changes no figure. */
interface Way {
  /** Trials that are evaluated at once, and a step. */
  readonly block?: number;
  readonly isCompiled?: boolean;
}

interface Prepared {
  readonly isCompiled: boolean;
  readonly evaluateTrials: EvaluateTrials;
}

function prepare(request: UncertaintyRequest, { drawn }: Plan, isCompiled: boolean): Prepared {
  const model = outcomeProgram(request.rows);
  const terms = new Set(drawn.map(({ term }) => term));
  const compiled = isCompiled ? compiledTrials(request, model, terms) : undefined;
  return { isCompiled: compiled !== undefined, evaluateTrials: compiled ?? interpretedTrials(request, model) };
}

/** What has been made for a request: further replicates of it are then worked out at once. */
const preparedFor = new WeakMap<UncertaintyRequest, Prepared>();

/**
 * Draws the trials of some replicates and evaluates them, a block a step. Neither how they are worked out nor who works
 * out which replicates changes a figure, and the first replicates of a longer run are those of a shorter one.
 *
 * @param from the first replicate, from 0: 1,000 trials each
 * @param to the last, without it
 */
export function* simulate(request: UncertaintyRequest, from: number, to: number, way: Way = {}): Steps<Outcomes> {
  const isCompiled = way.isCompiled !== false;
  const plan = planOf(request);
  const prepared = (isCompiled && preparedFor.get(request)) || prepare(request, plan, isCompiled);
  if (isCompiled) preparedFor.set(request, prepared);
  const { evaluateTrials } = prepared;
  const block = way.block ?? usualBlock[prepared.isCompiled ? "compiled" : "interpreted"];
  const outcomes = emptyOutcomes(from, to, (to - from) * replicateSize, request.inputs.horizonMonths);
  for (let replicate = from; replicate < to; replicate++) {
    const values = plan.drawn.map((figure) => [figure.term, valuesOf(figure, plan.draws(figure, replicate))] as const);
    for (let start = 0; start < replicateSize; start += block) {
      const end = Math.min(start + block, replicateSize);
      const drawn = new Map(values.map(([term, all]) => [term, all.subarray(start, end)]));
      const first = replicate * replicateSize;
      evaluateTrials(drawn, { from: first + start, to: first + end }, outcomes);
      yield;
    }
  }
  return outcomes;
}
