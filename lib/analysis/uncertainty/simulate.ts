import { replicateSize } from "@/lib/math/hypercube";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { tryEvaluate } from "@/lib/model/evaluate";
import type { Steps } from "../steps";
import { bracketCash } from "./cash-by-month";
import { outcomeProgram } from "./outcome-program";
import { emptyOutcomes, type Outcomes, withoutCash } from "./outcomes";
import { type DrawnFigure, type Plan, planOf } from "./plan";
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
  /** Trials whose cash by month is kept whole: of more, what lies near its quantiles is kept. */
  readonly whole?: number;
}

/** Most runs are no longer. */
const usuallyWhole = 10_000;
/** Of longer ones, so many at a time. */
const atATime = 2_000;

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

/** The architectures against which others' cash is compared month by month: the first of the base run, and what runs today. */
function followedOf({ inputs, rows }: UncertaintyRequest): ReadonlySet<Architecture> {
  const base = tryEvaluate(inputs, rows);
  const followed = [base.ok ? base.result.ranking[0] : undefined, inputs.currentArchitecture];
  return new Set(architectures.filter((a) => followed.includes(a)));
}

interface DrawnRow {
  readonly figure: DrawnFigure;
  /** Its values in the trials of a replicate. */
  readonly row: Float64Array;
}

/** Their values in some trials, by term. */
function partOf(values: readonly DrawnRow[], from: number, to: number): Map<string, Float64Array> {
  const part = new Map<string, Float64Array>();
  for (const { figure, row } of values) part.set(figure.term, row.subarray(from, to));
  return part;
}

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
  const trials = (to - from) * replicateSize;
  // Of all parts together.
  const most = Math.max(request.trials, to * replicateSize);
  const whole = trials <= (way.whole ?? usuallyWhole) ? trials : atATime;
  const outcomes = emptyOutcomes(from, to, trials, request.inputs.horizonMonths, whole);
  const values = plan.drawn.map((figure) => ({ figure, row: new Float64Array(replicateSize) }));
  for (let replicate = from; replicate < to; replicate++) {
    for (const { figure, row } of values) plan.fill(figure, replicate, row);
    for (let start = 0; start < replicateSize; start += block) {
      const end = Math.min(start + block, replicateSize);
      const drawn = partOf(values, start, end);
      const first = replicate * replicateSize;
      if (outcomes.kept - outcomes.bracketed + (end - start) > whole)
        yield* bracketCash(outcomes, followedOf(request), most);
      evaluateTrials(drawn, { from: first + start, to: first + end }, outcomes);
      yield;
    }
  }
  if (!outcomes.brackets) return outcomes;
  yield* bracketCash(outcomes, followedOf(request), most);
  return withoutCash(outcomes);
}
