import type { Steps } from "@/lib/analysis/steps";
import { valueAt } from "@/lib/analysis/switching/domain";
import { outcomeProgram } from "@/lib/analysis/uncertainty/outcome-program";
import { emptyOutcomes } from "@/lib/analysis/uncertainty/outcomes";
import { planOf, valuesOf } from "@/lib/analysis/uncertainty/plan";
import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { compiledTrials, type EvaluateTrials, interpretedTrials } from "@/lib/analysis/uncertainty/trials";
import { replicateSize } from "@/lib/math/hypercube";
import { type Architecture, architectures } from "@/lib/model/architectures";
import type { InputKey } from "@/lib/model/inputs";
import { coarsePoints, domainsOf } from "./map";

/** How likely an architecture is cheapest at points evenly over two domains. */
export interface Chances {
  /** Points along a side. */
  readonly n: number;
  /** 0 to 1, row by row from the low end of the second; NaN where no trial has a result. */
  readonly shares: Float64Array;
}

/** Trials between two pauses. */
const block = 50;
/** Steps between points: coarse lines come first. */
const usualStrides = [4, 2, 1];

/** Evaluates the trials of a request; one program for each horizon, as that is no figure that a program can change. */
function programs(request: UncertaintyRequest, keys: readonly InputKey[], drawn: readonly string[]) {
  const model = outcomeProgram(request.rows);
  const terms = new Set([...drawn, ...keys]);
  const made = new Map<number, EvaluateTrials>();
  return (horizonMonths: number): EvaluateTrials => {
    const known = made.get(horizonMonths);
    if (known) return known;
    const asked = { ...request, inputs: { ...request.inputs, horizonMonths } };
    const evaluate = compiledTrials(asked, model, terms) ?? interpretedTrials(asked, model);
    made.set(horizonMonths, evaluate);
    return evaluate;
  };
}

/**
 * How likely an architecture ranks first among the eligible, from the first 1,000 trials with two inputs replaced by what they are at each point.
 *
 * @param found takes each grid as it is known, the coarsest first
 */
export function* chancesOver(
  request: UncertaintyRequest,
  keys: readonly [InputKey, InputKey],
  architecture: Architecture,
  found: (chances: Chances) => void,
  strides: readonly number[] = usualStrides,
): Steps<void> {
  const domains = domainsOf(request, keys);
  if (domains === null) return;
  const plan = planOf(request);
  const values = new Map(plan.drawn.map((figure) => [figure.term, valuesOf(figure, plan.draws(figure, 0))]));
  const programFor = programs(request, keys, [...values.keys()]);
  const place = architectures.indexOf(architecture);
  const known = new Map<number, number>();

  function* shareAt(point: readonly [number, number]): Steps<number> {
    const all = new Map(values);
    for (const [k, key] of keys.entries()) all.set(key, new Float64Array(replicateSize).fill(point[k] as number));
    const horizon = keys.indexOf("horizonMonths");
    const months = horizon < 0 ? request.inputs.horizonMonths : (point[horizon] as number);
    const evaluate = programFor(months);
    const outcomes = emptyOutcomes(0, 1, replicateSize, months);
    for (let from = 0; from < replicateSize; from += block) {
      const to = Math.min(from + block, replicateSize);
      const some = new Map([...all].map(([term, each]) => [term, each.subarray(from, to)]));
      evaluate(some, { from, to }, outcomes);
      yield;
    }
    const { cheapest, kept } = outcomes;
    return cheapest.subarray(0, kept).filter((first) => first === place).length / kept;
  }

  for (const stride of strides) {
    const n = (coarsePoints - 1) / stride + 1;
    const shares = new Float64Array(n * n);
    for (let k = 0; k < n * n; k++) {
      const [i, j] = [(k % n) * stride, Math.floor(k / n) * stride];
      const id = j * coarsePoints + i;
      const [x, y] = [valueAt(domains[0], i / (coarsePoints - 1)), valueAt(domains[1], j / (coarsePoints - 1))];
      const share = known.get(id) ?? (yield* shareAt([x, y]));
      known.set(id, share);
      shares[k] = share;
    }
    found({ n, shares });
    yield;
  }
}
