import { type PairProgram, pairProgram } from "@/lib/formula/compiled/pair-program";
import { evaluate } from "@/lib/formula/evaluate";
import type { InputTerm, Quantity } from "@/lib/formula/node";
import { type Architecture, architectures } from "@/lib/model/architectures";
import { figureOf } from "@/lib/model/evaluate";
import type { InputKey } from "@/lib/model/inputs";
import { keepsOrder, orderRules } from "@/lib/model/rules";
import { countBreakEvens, countMonths } from "./break-even";
import type { OutcomeProgram, OutcomeQuantities } from "./outcome-program";
import {
  type ArchitectureOutcomes,
  byArchitecture,
  type Condition,
  conditions,
  leaveOut,
  type Outcomes,
} from "./outcomes";
import type { UncertaintyRequest } from "./request";
import { aroundTrials, batch, type TrialPlaces } from "./trial-code";

/** Under what a trial is counted whose figures grow too large to mean anything. */
const tooLarge = "count";

type Drawn = ReadonlyMap<string, Float64Array>;

/** A rule between inputs in the words of model.md. */
const ruleName = ({ keys, isStrict }: (typeof orderRules)[number]) => keys.join(isStrict ? " < " : " <= ");

type Rule = (typeof orderRules)[number];

function brokenRule(
  { inputs }: UncertaintyRequest,
  drawn: Drawn,
  rules: readonly Rule[],
  trial: number,
): string | null {
  const broken = rules.find((rule) => {
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

/** Where a trial goes: among those kept, and among those whose figures are held. */
interface Place {
  readonly at: number;
  readonly held: number;
}

/** What is taken of one architecture in one trial, but for its cash by month; tells whether all of it is a number. */
function takeFigures(
  to: ArchitectureOutcomes,
  from: Located,
  s: number,
  { at, held }: Place,
  spent: number,
  borne: number,
): boolean {
  const netPresentCost = one(from.netPresentCost, s);
  const total = one(from.total, s);
  to.participantCost.values[held] = borne;
  to.netPresentCost[at] = netPresentCost;
  to.total.values[held] = total;
  return Number.isFinite(spent) && Number.isFinite(borne) && Number.isFinite(netPresentCost) && Number.isFinite(total);
}

/** Counts what holds in a kept trial, and finds who ranks first; of equal costs the first in the list. */
function count(located: Readonly<Record<Architecture, Located>>, s: number, outcomes: Outcomes): void {
  const at = outcomes.kept;
  let [cheapest, least] = [-1, Number.POSITIVE_INFINITY];
  for (let place = 0; place < architectures.length; place++) {
    const a = architectures[place] as Architecture;
    const from = located[a];
    const { holds, netPresentCost } = outcomes.architectures[a];
    for (let k = 0; k < conditions.length; k++) {
      holds[k] = (holds[k] as number) + one(from[conditions[k] as Condition], s);
    }
    if (one(from.eligible, s) !== 1 || !((netPresentCost[at] as number) < least)) continue;
    least = netPresentCost[at] as number;
    cheapest = place;
  }
  outcomes.cheapest[at] = cheapest;
}

/** The same, with cash added up month by month. */
function take(to: ArchitectureOutcomes, from: Located, s: number, place: Place, path: Float64Array): boolean {
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
  return takeFigures(to, from, s, place, spent, borne);
}

/** Keeps a trial, or counts it where its figures are no numbers. */
function keep({ located, paths }: Everywhere, s: number, trial: number, outcomes: Outcomes): void {
  const at = outcomes.kept;
  const place = { at, held: at - outcomes.folded };
  let isNumber = true;
  for (const a of architectures) isNumber = take(outcomes.architectures[a], located[a], s, place, paths[a]) && isNumber;
  if (!isNumber) {
    leaveOut(outcomes, tooLarge);
    return;
  }
  for (const a of architectures) keepPath(outcomes.architectures[a].cumulative, paths[a], at - outcomes.folded);
  countBreakEvens(outcomes.breakEvens, paths);
  count(located, s, outcomes);
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
  const rules = orderRules.filter(({ keys }) => keys.some((key) => drawn.has(key)));
  for (let i = 0; i < to - from; i++) {
    const rule = rules.length === 0 ? null : brokenRule(request, drawn, rules, i);
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

/** Where a machine's outcomes lie, by its cells. */
const locatedIn = new WeakMap<Float64Array, Readonly<Record<Architecture, Located>>>();

function locatedBy({ outcomes }: OutcomeProgram, pair: PairProgram<TrialPlaces>) {
  const { cells } = pair;
  const located =
    locatedIn.get(cells) ??
    byArchitecture((a) =>
      locate(outcomes[a], (quantity) => {
        const { offset, step } = pair.at(quantity);
        return { cells, offset, step, isNoneAtFirst: isNoneAtFirst(quantity, step) };
      }),
    );
  locatedIn.set(cells, located);
  return located;
}

/** Trials by a machine. A class, as an engine drops the fast code of closures once the last of them is gone. */
class CompiledTrials {
  /** Which trials of a batch are kept. */
  private readonly kept = new Uint8Array(batch);
  /** Rows of a whole batch of cash, by architecture and month. */
  private readonly rows: readonly (readonly Float64Array[])[];

  constructor(
    private readonly request: UncertaintyRequest,
    private readonly pair: PairProgram<TrialPlaces>,
    /** The terms that are drawn. */
    private readonly changing: readonly InputTerm[],
    private readonly located: Readonly<Record<Architecture, Located>>,
  ) {
    const { cells, places } = pair;
    this.rows = places.paths.map((months) => months.map((at) => cells.subarray(at, at + batch)));
  }

  /** Keeps one of two trials, or counts it; tells whether it is kept. */
  private keepOne(s: 0 | 1, i: number, trial: number, outcomes: Outcomes): boolean {
    const { pair, located } = this;
    const { cells } = pair;
    const { borne, since, paths } = pair.places;
    const months = this.request.inputs.horizonMonths;
    const at = outcomes.kept;
    if (pair.isRefused(s)) {
      leaveOut(outcomes, tooLarge);
      return false;
    }
    const place = { at, held: at - outcomes.folded };
    let isNumber = true;
    for (const [k, a] of architectures.entries()) {
      const spent = cells[(paths[k]?.[months] as number) + i] as number;
      const of = cells[borne + 2 * k + s] as number;
      isNumber = takeFigures(outcomes.architectures[a], located[a], s, place, spent, of) && isNumber;
    }
    if (!isNumber) {
      leaveOut(outcomes, tooLarge);
      return false;
    }
    countMonths(outcomes.breakEvens, months, (i) => cells[since + 2 * i + s] as number);
    count(located, s, outcomes);
    outcomes.trial[at] = trial;
    outcomes.kept++;
    return true;
  }

  evaluate(drawn: Drawn, span: TrialSpan, outcomes: Outcomes): void {
    const { request, pair, changing, kept } = this;
    const { cells } = pair;
    const { drawn: rows } = pair.places;
    const values = changing.map((term) => drawn.get(term.key) as Float64Array);
    const trials = keepingRules(request, drawn, span, outcomes);
    for (let from = 0; from < trials.length; from += batch) {
      const count = Math.min(batch, trials.length - from);
      for (const [k, row] of values.entries()) fillRow(cells, rows[k] as number, row, trials, from, count);
      const first = outcomes.kept - outcomes.folded;
      for (let i = 0; i < count; i += 2) {
        pair.run(i);
        for (let s = 0; s < Math.min(2, count - i); s++) {
          const trial = span.from + (trials[from + i + s] as number);
          kept[i + s] = this.keepOne(s as 0 | 1, i + s, trial, outcomes) ? 1 : 0;
        }
      }
      this.keepCash(outcomes, first, count);
    }
  }

  /** Copies the cash of the kept trials of a batch. @param first where it goes. @param count trials of the batch */
  private keepCash(outcomes: Outcomes, first: number, count: number): void {
    const { kept, rows } = this;
    const some = outcomes.kept - outcomes.folded - first;
    for (const [place, a] of architectures.entries()) {
      const { cumulative } = outcomes.architectures[a];
      for (const [t, row] of (rows[place] as readonly Float64Array[]).entries()) {
        const to = cumulative[t] as Float64Array;
        if (some === batch) to.set(row, first);
        else if (some === count) to.set(row.subarray(0, count), first);
        else keepSome(to, first, row, kept, count);
      }
    }
  }
}

/**
 * Two trials at once by machine code made for models of this shape: many times faster, with the same digits.
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
  const around = aroundTrials(model, changing, isNoneAtFirst);
  const pair = pairProgram({ program, base, changing: new Set(changing) }, wanted, around);
  if (!pair) return undefined;
  const compiled = new CompiledTrials(request, pair, changing, locatedBy(model, pair));
  return (drawn, span, outcomes) => compiled.evaluate(drawn, span, outcomes);
}

/** Puts the draws of a batch in their row; where one is left over it is worked out twice. */
function fillRow(
  cells: Float64Array,
  to: number,
  row: Float64Array,
  trials: readonly number[],
  from: number,
  count: number,
): void {
  if (count === row.length) cells.set(row, to);
  else for (let i = 0; i < count; i++) cells[to + i] = row[trials[from + i] as number] as number;
  cells[to + count] = cells[to + count - 1] as number;
}

/** Copies the cash of one month of those trials of a batch that are kept. */
function keepSome(to: Float64Array, first: number, row: Float64Array, kept: Uint8Array, count: number): void {
  let at = first;
  for (let i = 0; i < count; i++) if (kept[i]) to[at++] = row[i] as number;
}
