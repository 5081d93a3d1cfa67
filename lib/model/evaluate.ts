import { compile, type Program } from "../formula/compile";
import { type Evaluation, type Excess, evaluate, type GivenValue } from "../formula/evaluate";
import type { InputTerm, Quantity } from "../formula/node";
import type { Outcome } from "../outcome";
import { type Architecture, architectures, type Category, categories, views } from "./architectures";
import { type CostModel, costModel, shownFigures, wholeProgram } from "./cost-model";
import type { CustomLine } from "./custom-lines";
import type { Inputs } from "./inputs";
import { breakEvenMonth, rank } from "./ranking";
import { type ModelRefusal, refusalWords } from "./refusal";
import type { ArchitectureResult, ModelResult, NetPresentCosts, ViewResult } from "./result";
import { noRows, type OwnRows } from "./rows/own-rows";
import { isTermTable, rowDefaults } from "./rows/row-terms";
import { withoutNames } from "./rows/without-names";
import { keepsOrder, orderRules } from "./rules";
import { type LineField, lineDefaults } from "./sections/own-lines";
import type { Ratio } from "./sections/results";

/** The value of every term that formulas refer to, for one set of inputs. */
export function figureOf(inputs: Inputs, rows: OwnRows): (term: InputTerm) => GivenValue {
  return (term) => {
    const [first, place, field] = term.key.split(".");
    if (first === "customLines") {
      const line = rows.customLines[Number(place)] as CustomLine;
      const name = field as LineField;
      if (name === "amount") return line.amount;
      return line[name] ?? lineDefaults[name](inputs.horizonMonths);
    }
    if (isTermTable(first)) {
      const row = rows[first][Number(place)] as unknown as Readonly<Record<string, number | undefined>>;
      return row[field as string] ?? (rowDefaults[field as string]?.(inputs.horizonMonths) as number);
    }
    const value = inputs[term.key as keyof Inputs];
    return typeof value === "number" ? value : (term.words as readonly string[]).indexOf(value);
  };
}

/** A model worked out, with its declarations beside the values: what explanations and analyses read. */
export interface EvaluatedModel {
  readonly model: CostModel;
  readonly evaluation: Evaluation;
}

/**
 * Evaluates every quantity of the model, or says why not.
 *
 * @param program the model's, or one that goes on from it
 */
export function tryEvaluateQuantities(
  inputs: Inputs,
  rows: OwnRows = noRows,
  program?: Program,
): Outcome<EvaluatedModel, ModelRefusal> {
  const rule = orderRules.find((each) => !keepsOrder(each, inputs));
  if (rule) return { ok: false, kind: "order", rule, inputs };
  const model = costModel(rows);
  const evaluation = evaluate(program ?? model.program, figureOf(inputs, rows), inputs.horizonMonths);
  const excess = evaluation.excesses[0] ?? /*#__NOINLINE__*/ infiniteFigure(model, evaluation);
  return excess ? { ok: false, kind: "tooLarge", excess } : { ok: true, model, evaluation };
}

/** The same for figures that are known to have a result. @throws Error where they have none */
export function evaluateQuantities(inputs: Inputs, rows: OwnRows = noRows): EvaluatedModel {
  const outcome = tryEvaluateQuantities(inputs, rows);
  if (!outcome.ok) throw new Error(refusalWords(outcome));
  return outcome;
}

/**
 * Evaluates every quantity and the parts of net present costs, of figures that are known to have a result.
 *
 * @returns the model with the program of all that was evaluated
 */
export function evaluateWhole(inputs: Inputs, rows: OwnRows = noRows): EvaluatedModel {
  return evaluateNamed(inputs, withoutNames(rows));
}

/**
 * The same with quantities that are called after their rows, for those who read them. What follows from the figures alone is
 * `evaluateWhole`: its formulas are those of the results, and a name that is typed declares none anew.
 *
 * @param beside what is made of the model's quantities and is none of them
 */
export function evaluateNamed(
  inputs: Inputs,
  rows: OwnRows = noRows,
  beside: readonly Quantity[] = [],
): EvaluatedModel {
  const model = costModel(rows);
  const whole = wholeProgram(model);
  const program = beside.length === 0 ? whole : compile(beside, whole);
  return {
    model: { ...model, program },
    evaluation: evaluate(program, figureOf(inputs, rows), inputs.horizonMonths),
  };
}

/** Works out quantities that the program of the model has not, for those who look into them. */
export function evaluateAside(quantities: readonly Quantity[], inputs: Inputs, rows: OwnRows): Evaluation {
  return evaluate(compile(quantities), figureOf(inputs, rows), inputs.horizonMonths);
}

/** The net present cost of each architecture by category and month. @param whole of evaluateWhole */
export function netPresentOf({ model, evaluation }: EvaluatedModel): NetPresentCosts {
  return Object.fromEntries(architectures.map((a) => [a, viewOf(evaluation, model.netPresent[a])])) as NetPresentCosts;
}

/**
 * Evaluates the model over its months, or says why not.
 *
 * @param inputs complete (completeInputs) and within their bounds (lib/draft/inputs.ts)
 */
export function tryEvaluate(inputs: Inputs, rows: OwnRows = noRows): Outcome<{ result: ModelResult }, ModelRefusal> {
  const outcome = tryEvaluateQuantities(inputs, withoutNames(rows));
  // A refusal names what it is about.
  return outcome.ok ? { ok: true, result: resultOf(outcome) } : (tryEvaluateQuantities(inputs, rows) as typeof outcome);
}

/** The same for figures that are known to have a result. @throws Error where they have none */
export function evaluateModel(inputs: Inputs, rows: OwnRows = noRows): ModelResult {
  return resultOf(evaluateQuantities(inputs, rows));
}

/** The place of the first that is infinite or no number; -1 where there is none. */
function firstInfinite(values: Float64Array): number {
  for (let i = 0; i < values.length; i++) if (!Number.isFinite(values[i])) return i;
  return -1;
}

/** The first figure of the results that is infinite or no number; a ratio of nothing is not looked at, for it is not shown. */
function infiniteFigure(model: CostModel, evaluation: Evaluation): Excess | undefined {
  for (const { quantity, of } of shownFigures(model)) {
    if (of !== undefined && evaluation.values(of)[0] === 0) continue;
    const values = evaluation.values(quantity);
    const i = /*#__NOINLINE__*/ firstInfinite(values);
    if (i === -1) continue;
    return { quantity, month: values.length === 1 ? evaluation.months : i, value: Number.POSITIVE_INFINITY };
  }
  return undefined;
}

function resultOf({ model, evaluation }: EvaluatedModel): ModelResult {
  const results = Object.fromEntries(
    architectures.map((a) => [a, /*#__NOINLINE__*/ architectureResult(model, evaluation, a)]),
  ) as Record<Architecture, ArchitectureResult>;
  const breakEven = Object.fromEntries(
    architectures.map((a) => [
      a,
      Object.fromEntries(
        architectures
          .filter((b) => b !== a)
          .map((b) => [b, breakEvenMonth(results[a].views.cash.total, results[b].views.cash.total)]),
      ),
    ]),
  ) as ModelResult["breakEven"];
  return {
    months: Array.from({ length: evaluation.months + 1 }, (_, t) => t),
    ranking: rank(results),
    breakEven,
    architectures: results,
  };
}

/** The month of service in which what is needed most exceeds, or is nearest to, what is there. */
function tightest(installs: number[], willing: number[]): ArchitectureResult["participation"] {
  const months = installs
    .map((needed, month) => ({ month, installs: needed, willing: willing[month] as number }))
    .slice(1);
  return months.reduce((worst, each) => (each.installs - each.willing > worst.installs - worst.willing ? each : worst));
}

/** The values of a quantity by month; of one that runs, nothing in month 0. */
export function seriesOf(evaluation: Evaluation, quantity: Quantity): number[] {
  const values = evaluation.values(quantity);
  const shown = new Array<number>(evaluation.months + 1);
  const step = values.length > 1 ? 1 : 0;
  // Adding 0 turns −0, which no page should show, into 0.
  for (let t = 0; t < shown.length; t++) shown[t] = (values[t * step] as number) + 0;
  if (step === 0 && quantity.during === "running") shown[0] = 0;
  return shown;
}

function viewOf(
  evaluation: Evaluation,
  { lines, total }: { lines: Readonly<Record<Category, Quantity>>; total: Quantity },
): ViewResult {
  const series = categories.map((category) => [category, seriesOf(evaluation, lines[category])]);
  return { lines: Object.fromEntries(series), total: seriesOf(evaluation, total) };
}

function architectureResult(model: CostModel, evaluation: Evaluation, architecture: Architecture): ArchitectureResult {
  const results = model.architectures[architecture];
  const series = (quantity: Quantity) => seriesOf(evaluation, quantity);
  const one = (quantity: Quantity): number => (evaluation.values(quantity)[0] as number) + 0;
  const holds = (quantity: Quantity): boolean => one(quantity) !== 0;
  const ratio = ({ value, of }: Ratio): number | null => (one(of) === 0 ? null : one(value));
  return {
    views: Object.fromEntries(
      views.map((name) => [name, viewOf(evaluation, results.views[name])]),
    ) as ArchitectureResult["views"],
    total: one(results.total),
    residual: one(results.residual),
    netPresentCost: one(results.netPresentCost),
    levelisedMonthly: one(results.levelisedMonthly),
    unavailability: series(results.unavailability).map((value, t) => (t === 0 ? null : value)),
    annualLoss: one(results.annualLoss),
    outage: series(results.outage),
    expectedLoss: series(results.expectedLoss),
    participantCost: series(results.participantCost),
    participantPaid: series(results.participantPaid),
    rewardSufficiency: ratio(results.rewardSufficiency),
    energyKWh: series(results.energyKWh),
    participantKWh: series(results.participantKWh),
    carbonKg: one(results.carbonKg),
    participantCarbonKg: one(results.participantCarbonKg),
    perUserMonth: ratio(results.perUserMonth),
    perTBDelivered: ratio(results.perTBDelivered),
    perTBStoredMonth: ratio(results.perTBStoredMonth),
    participation: results.participation
      ? tightest(series(results.participation.installs), series(results.participation.willing))
      : null,
    feasible: holds(results.feasible),
    permitted: holds(results.permitted),
    meetsAvailability: holds(results.meetsAvailability),
    meetsAnnualLoss: holds(results.meetsAnnualLoss),
    eligible: holds(results.eligible),
    quantities: Object.fromEntries(
      Object.entries(results.quantities).map(([name, quantity]) => [
        name,
        evaluation.values(quantity).length === 1 ? one(quantity) : series(quantity),
      ]),
    ),
  };
}
