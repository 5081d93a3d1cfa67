import { outcomeProgram } from "@/lib/analysis/uncertainty/outcome-program";
import { emptyOutcomes, type Outcomes } from "@/lib/analysis/uncertainty/outcomes";
import { planOf } from "@/lib/analysis/uncertainty/plan";
import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { compiledTrials } from "@/lib/analysis/uncertainty/trials";
import { replicateSize } from "@/lib/math/hypercube";
import { replicates, trials } from "./requests";

/** Trials a step, as in a usual run. */
const block = 100;

export interface Evaluator {
  readonly keys: readonly string[];
  /** Of each drawn input, its values in all trials. */
  readonly values: readonly Float64Array[];
  /** Evaluates some of the replicates, with draws made beforehand. */
  readonly evaluate: (from: number, to: number) => Outcomes;
}

/** @throws Error where no code can be made */
export function evaluatorOf(request: UncertaintyRequest): Evaluator {
  const { drawn, fill } = planOf(request);
  const values = drawn.map((figure) => {
    const all = new Float64Array(trials);
    for (let replicate = 0; replicate < replicates; replicate++) {
      fill(figure, replicate, all.subarray(replicate * replicateSize, (replicate + 1) * replicateSize));
    }
    return all;
  });
  const evaluateTrials = compiledTrials(request, outcomeProgram(request.rows), new Set(drawn.map(({ term }) => term)));
  if (!evaluateTrials) throw new Error("No code can be made for these trials.");
  const evaluate: Evaluator["evaluate"] = (from, to) => {
    const asked = (to - from) * replicateSize;
    const outcomes = emptyOutcomes(from, to, asked, request.inputs.horizonMonths);
    for (let start = from * replicateSize; start < to * replicateSize; start += block) {
      const span = { from: start, to: start + block };
      const some = new Map(
        drawn.map(({ term }, i) => [term, (values[i] as Float64Array).subarray(span.from, span.to)]),
      );
      evaluateTrials(some, span, outcomes);
    }
    return outcomes;
  };
  return { keys: drawn.map(({ key }) => key), values, evaluate };
}
