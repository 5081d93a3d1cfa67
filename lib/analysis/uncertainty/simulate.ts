import { replicateSize } from "@/lib/math/hypercube";
import type { Growth } from "@/lib/math/stretches/add";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { tryEvaluate } from "@/lib/model/evaluate";
import type { Steps } from "../steps";
import { foldCash } from "./cash-by-month";
import { outcomeProgram } from "./outcome-program";
import { emptyOutcomes, type Outcomes, summedFigures, withoutCash } from "./outcomes";
import { type DrawnFigure, type Plan, planOf } from "./plan";
import type { UncertaintyRequest } from "./request";
import { foldFigure } from "./summed-figure";
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
  /** The longest run of which all is kept: of more trials, what lies near quantiles of cash by month and of totals. */
  readonly whole?: number;
  /** How far from these, in standard deviations of what they can still move. */
  readonly width?: number;
}

/** The longest run that a page asks for: to keep all of it is quicker, and takes what a run of 100,000 keeps. */
const usualRun = 10_000;

/**
 * How far from a quantile what is kept of cash by month reaches. Beyond, a quantile strays in less than one run
 * of some dozens: then all trials are worked out anew, with stretches twice as wide (summarise.ts).
 */
export const usualWidth = 4;

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
  const { whole = usualRun, width = usualWidth } = way;
  // Of all parts together, so that each digit is the same however they are shared.
  const total = Math.max(request.trials, to * replicateSize);
  const growth = { total, width };
  const isWhole = total <= whole;
  const room = isWhole ? trials : replicateSize;
  const outcomes = emptyOutcomes(from, to, trials, request.inputs.horizonMonths, room);
  const followed = isWhole ? null : followedOf(request);
  const values = plan.drawn.map((figure) => ({ figure, row: new Float64Array(replicateSize) }));
  for (let replicate = from; replicate < to; replicate++) {
    for (const { figure, row } of values) plan.fill(figure, replicate, row);
    for (let start = 0; start < replicateSize; start += block) {
      const end = Math.min(start + block, replicateSize);
      const drawn = partOf(values, start, end);
      const first = replicate * replicateSize;
      evaluateTrials(drawn, { from: first + start, to: first + end }, outcomes);
      yield;
    }
    if (!followed) continue;
    foldFigures(outcomes, growth);
    yield* foldCash(outcomes, followed, growth);
  }
  return isWhole ? outcomes : withoutCash(outcomes);
}

/** Folds what is held of one replicate. */
function foldFigures(outcomes: Outcomes, growth: Growth): void {
  for (const of of Object.values(outcomes.architectures)) {
    for (const name of summedFigures) foldFigure(of[name], outcomes.kept - outcomes.folded, growth);
  }
}
