import { pairProgram } from "@/lib/formula/compiled/pair-program";
import { evaluate } from "@/lib/formula/evaluate";
import type { Quantity } from "@/lib/formula/node";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { figureOf } from "@/lib/model/evaluate";
import type { InputKey } from "@/lib/model/inputs";
import { keepsOrder, orderRules } from "@/lib/model/rules";
import { countBreakEvens } from "./break-even";
import type { OutcomeProgram, OutcomeQuantities } from "./outcome-program";
import { type ArchitectureOutcomes, byArchitecture, leaveOut, type Outcomes } from "./outcomes";
import type { UncertaintyRequest } from "./request";

/** Under what a trial is counted whose figures grow too large to mean anything. */
const tooLarge = "count";

type Drawn = ReadonlyMap<string, Float64Array>;

/** A rule between inputs in the words of model.md. */
const ruleName = ({ keys, isStrict }: (typeof orderRules)[number]) => keys.join(isStrict ? " < " : " <= ");

function brokenRule({ inputs }: UncertaintyRequest, drawn: Drawn, trial: number): string | null {
  const broken = orderRules.find((rule) => {
    if (!rule.keys.some((key) => drawn.has(key))) return false;
    const tried = { ...inputs };
    for (const key of rule.keys) (tried as Record<InputKey, unknown>)[key] = drawn.get(key)?.[trial] ?? inputs[key];
    return !keepsOrder(rule, tried);
  });
  return broken ? ruleName(broken) : null;
}

/** Where the values of a quantity lie, and how far one month is from the next: 0 where it does not change. */
interface Cells {
  readonly cells: Float64Array;
  readonly offset: number;
  readonly step: number;
  /** Whether it is 0 in month 0, whatever lies there. */
  readonly isNoneAtFirst: boolean;
}

const isNoneAtFirst = ({ during }: Quantity, step: number) => step === 0 && during === "running";

/** Where all lies that is taken of one architecture. */
type Located = Readonly<Record<keyof OutcomeQuantities, Cells>>;

const locate = (of: OutcomeQuantities, cellsOf: (quantity: Quantity) => Cells): Located =>
  Object.fromEntries(Object.entries(of).map(([name, quantity]) => [name, cellsOf(quantity as Quantity)])) as Located;

interface Everywhere {
  readonly located: Readonly<Record<Architecture, Located>>;
  /** Room for the cumulative cash of one trial, month by month. */
  readonly paths: Readonly<Record<Architecture, Float64Array>>;
}

function locateAll({ outcomes }: OutcomeProgram, months: number, cellsOf: (quantity: Quantity) => Cells): Everywhere {
  return {
    located: byArchitecture((a) => locate(outcomes[a], cellsOf)),
    paths: byArchitecture(() => new Float64Array(months + 1)),
  };
}

const one = ({ cells, offset }: Cells, s: number) => (cells[offset + s] as number) + 0;

/** What is taken of one architecture in one trial, but for its cash by month; tells whether all of it is a number. */
function take(to: ArchitectureOutcomes, from: Located, s: number, at: number, path: Float64Array): boolean {
  const { cells: cash, offset: spentAt, step: cashStep } = from.cash;
  const { cells: borneCells, offset: borneAt, step: borneStep } = from.participantCost;
  // What does not change by month, and belongs to the months of service, is 0 in month 0.
  let spent = from.cash.isNoneAtFirst ? 0 : one(from.cash, s);
  let borne = from.participantCost.isNoneAtFirst ? 0 : one(from.participantCost, s);
  path[0] = spent;
  for (let t = 1; t < path.length; t++) {
    spent += cash[spentAt + t * cashStep + s] as number;
    borne += borneCells[borneAt + t * borneStep + s] as number;
    path[t] = spent;
  }
  const netPresentCost = one(from.netPresentCost, s);
  const total = one(from.total, s);
  to.participantCost[at] = borne;
  to.netPresentCost[at] = netPresentCost;
  to.total[at] = total;
  to.feasible[at] = one(from.feasible, s);
  to.meetsAvailability[at] = one(from.meetsAvailability, s);
  to.meetsAnnualLoss[at] = one(from.meetsAnnualLoss, s);
  to.eligible[at] = one(from.eligible, s);
  return Number.isFinite(spent) && Number.isFinite(borne) && Number.isFinite(netPresentCost) && Number.isFinite(total);
}

/** Keeps a trial, or counts it where its figures are no numbers. */
function keep({ located, paths }: Everywhere, s: number, trial: number, outcomes: Outcomes): void {
  const at = outcomes.kept;
  let isNumber = true;
  for (const a of architectures) isNumber = take(outcomes.architectures[a], located[a], s, at, paths[a]) && isNumber;
  if (!isNumber) {
    leaveOut(outcomes, tooLarge);
    return;
  }
  for (const a of architectures) keepPath(outcomes.architectures[a].cumulative, paths[a], at - outcomes.bracketed);
  countBreakEvens(outcomes.breakEvens, paths);
  outcomes.trial[at] = trial;
  outcomes.kept++;
}

function keepPath(cumulative: readonly Float64Array[], path: Float64Array, at: number): void {
  for (let t = 0; t < path.length; t++) (cumulative[t] as Float64Array)[at] = path[t] as number;
}

/** Trials that follow one another: from, to (without it), among all. */
export interface TrialSpan {
  readonly from: number;
  readonly to: number;
}

/** Evaluates some trials, given what is drawn in them, and adds what becomes of them to `outcomes`. */
export type EvaluateTrials = (drawn: Drawn, span: TrialSpan, outcomes: Outcomes) => void;

/** The trials that break no rule between inputs, by their place in the span; the others are counted. */
function keepingRules(
  request: UncertaintyRequest,
  drawn: Drawn,
  { from, to }: TrialSpan,
  outcomes: Outcomes,
): number[] {
  const chosen: number[] = [];
  for (let i = 0; i < to - from; i++) {
    const rule = brokenRule(request, drawn, i);
    if (rule === null) chosen.push(i);
    else leaveOut(outcomes, rule);
  }
  return chosen;
}

/** Trials at once by the words' own kernels, as many as a span has: the way that runs everywhere. */
export function interpretedTrials(request: UncertaintyRequest, model: OutcomeProgram): EvaluateTrials {
  const { inputs, rows } = request;
  const fixed = figureOf(inputs, rows);
  return (drawn, span, outcomes) => {
    const work = (trials: readonly number[]): void => {
      if (trials.length === 0) return;
      const evaluation = evaluate(
        model.program,
        (term) => {
          const values = drawn.get(term.key);
          return values ? Float64Array.from(trials, (i) => values[i] as number) : fixed(term);
        },
        inputs.horizonMonths,
        trials.length,
      );
      if (evaluation.excesses.length > 0) {
        // An excess does not say in which trial it is: each is tried by itself.
        if (trials.length > 1) for (const trial of trials) work([trial]);
        else leaveOut(outcomes, tooLarge);
        return;
      }
      const { samples } = evaluation;
      const cellsOf = (quantity: Quantity): Cells => {
        const cells = evaluation.values(quantity);
        const step = cells.length > samples ? samples : 0;
        return { cells, offset: 0, step, isNoneAtFirst: isNoneAtFirst(quantity, step) };
      };
      const located = locateAll(model, inputs.horizonMonths, cellsOf);
      for (const [s, trial] of trials.entries()) keep(located, s, span.from + trial, outcomes);
    };
    work(keepingRules(request, drawn, span, outcomes));
  };
}

/**
 * Two trials at once by machine code made for this request: many times faster, with the same digits.
 *
 * @param terms the keys of the terms that are drawn
 * @returns nothing where such code cannot run
 */
export function compiledTrials(
  request: UncertaintyRequest,
  model: OutcomeProgram,
  terms: ReadonlySet<string>,
): EvaluateTrials | undefined {
  const { program, outcomes: quantities } = model;
  const base = evaluate(program, figureOf(request.inputs, request.rows), request.inputs.horizonMonths);
  const changing = [...program.givens.keys()].filter(({ key }) => terms.has(key));
  const wanted = architectures.flatMap((a) => Object.values(quantities[a]) as Quantity[]);
  const pair = pairProgram({ program, base, changing: new Set(changing) }, wanted);
  if (!pair) return undefined;
  const { cells } = pair;
  const inputs = Int32Array.from(changing, pair.cellOf);
  const width = inputs.length;
  let packed = new Float64Array(0);
  const located = locateAll(model, request.inputs.horizonMonths, (quantity) => {
    const { offset, step } = pair.at(quantity);
    return { cells, offset, step, isNoneAtFirst: isNoneAtFirst(quantity, step) };
  });
  return (drawn, span, outcomes) => {
    const values = changing.map((term) => drawn.get(term.key) as Float64Array);
    const trials = keepingRules(request, drawn, span, outcomes);
    // Trial by trial: each figure's own draws begin at the same distance, so they drive one another out of the cache.
    if (packed.length < width * trials.length) packed = new Float64Array(width * trials.length);
    for (const [k, row] of values.entries()) {
      for (let i = 0; i < trials.length; i++) packed[i * width + k] = row[trials[i] as number] as number;
    }
    for (let i = 0; i < trials.length; i += 2) {
      const count = Math.min(2, trials.length - i);
      // Where one is left over it is worked out twice.
      const [first, second] = [i * width, (i + count - 1) * width];
      for (let k = 0; k < width; k++) {
        const at = inputs[k] as number;
        cells[at] = packed[first + k] as number;
        cells[at + 1] = packed[second + k] as number;
      }
      pair.run();
      for (let sample = 0; sample < count; sample++) {
        const trial = span.from + (trials[i + sample] as number);
        if (pair.isRefused(sample as 0 | 1)) leaveOut(outcomes, tooLarge);
        else keep(located, sample, trial, outcomes);
      }
    }
  };
}
