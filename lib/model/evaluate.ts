import { type Evaluation, evaluate, type GivenValue } from "../formula/evaluate";
import type { InputTerm, Quantity } from "../formula/node";
import { type Architecture, architectureNames, architectures, type Category, categories, views } from "./architectures";
import { type CostModel, costModel } from "./cost-model";
import type { CustomLine } from "./custom-lines";
import { defaultInputs, type Inputs } from "./inputs";
import { breakEvenMonth, rank } from "./ranking";
import type { ArchitectureResult, ModelResult, ViewResult } from "./result";
import { type LineField, lineDefaults } from "./sections/own-lines";
import type { Ratio } from "./sections/results";

/** Thrown where a figure grows too large to mean anything; `message` is for the person who typed it. */
export class ModelError extends Error {
  /** The key of the quantity that is too large. */
  readonly key: string;

  constructor(key: string, message: string) {
    super(message);
    this.key = key;
  }
}

/** The value of every term that formulas refer to, for one set of inputs. */
export function figureOf(inputs: Inputs, lines: readonly CustomLine[]): (term: InputTerm) => GivenValue {
  return (term) => {
    const [first, place, field] = term.key.split(".");
    if (first === "customLines") {
      const line = lines[Number(place)] as CustomLine;
      const name = field as LineField;
      if (name === "amount") return line.amount;
      return line[name] ?? lineDefaults[name](inputs.horizonMonths);
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

/** @throws ModelError where a figure is too large to mean anything */
export function evaluateQuantities(given: Partial<Inputs>, lines: readonly CustomLine[] = []): EvaluatedModel {
  const inputs: Inputs = { ...defaultInputs, ...given };
  const model = costModel(lines);
  const evaluation = evaluate(model.program, figureOf(inputs, lines), inputs.horizonMonths);
  const [excess] = evaluation.excesses;
  if (excess) throw tooLarge(excess.quantity, excess.month, excess.value);
  return { model, evaluation };
}

function nameOf({ key, label }: Quantity): string {
  const [architecture] = key.split(".");
  return architectures.includes(architecture as Architecture)
    ? `${label} (${architectureNames[architecture as Architecture].toLowerCase()})`
    : label;
}

function tooLarge(quantity: Quantity, month: number, value: number): ModelError {
  const size = Number.isFinite(value) ? `would be ${value.toExponential(1)}` : "would be larger than can be counted";
  return new ModelError(
    quantity.key,
    `${nameOf(quantity)} ${size} in month ${month}, which is too large to mean anything. Lower the demand or its growth, or raise what one unit carries.`,
  );
}

/**
 * Evaluates the model over its months.
 *
 * @param given what differs from the defaults; must have passed the schema in lib/schemas
 * @throws ModelError where a figure is too large to mean anything
 */
export function evaluateModel(given: Partial<Inputs>, lines: readonly CustomLine[] = []): ModelResult {
  const { model, evaluation } = evaluateQuantities(given, lines);
  const results = Object.fromEntries(architectures.map((a) => [a, architectureResult(model, evaluation, a)])) as Record<
    Architecture,
    ArchitectureResult
  >;
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

function architectureResult(model: CostModel, evaluation: Evaluation, architecture: Architecture): ArchitectureResult {
  const said = model.architectures[architecture];
  const checked = (quantity: Quantity): Float64Array => {
    const values = evaluation.values(quantity);
    for (let i = 0; i < values.length; i++) {
      if (!Number.isFinite(values[i]))
        throw tooLarge(quantity, values.length === 1 ? evaluation.months : i, Number.POSITIVE_INFINITY);
    }
    return values;
  };
  // Adding 0 turns −0, which no page should show, into 0.
  const series = (quantity: Quantity): number[] => {
    const values = checked(quantity);
    const shown = new Array<number>(evaluation.months + 1);
    const step = values.length > 1 ? 1 : 0;
    for (let t = 0; t < shown.length; t++) shown[t] = (values[t * step] as number) + 0;
    if (step === 0 && quantity.during === "running") shown[0] = 0;
    return shown;
  };
  const one = (quantity: Quantity): number => (checked(quantity)[0] as number) + 0;
  const holds = (quantity: Quantity): boolean => one(quantity) !== 0;
  const ratio = ({ value, of }: Ratio): number | null => (one(of) === 0 ? null : one(value));
  const view = ({ lines, total }: CostModel["architectures"][Architecture]["views"]["cash"]): ViewResult => ({
    lines: Object.fromEntries(categories.map((category) => [category, series(lines[category])])) as Record<
      Category,
      number[]
    >,
    total: series(total),
  });
  return {
    views: Object.fromEntries(views.map((name) => [name, view(said.views[name])])) as ArchitectureResult["views"],
    total: one(said.total),
    residual: one(said.residual),
    netPresentCost: one(said.netPresentCost),
    levelisedMonthly: one(said.levelisedMonthly),
    unavailability: series(said.unavailability).map((value, t) => (t === 0 ? null : value)),
    annualLoss: one(said.annualLoss),
    outage: series(said.outage),
    expectedLoss: series(said.expectedLoss),
    participantCost: series(said.participantCost),
    participantPaid: series(said.participantPaid),
    rewardSufficiency: ratio(said.rewardSufficiency),
    energyKWh: series(said.energyKWh),
    participantKWh: series(said.participantKWh),
    carbonKg: one(said.carbonKg),
    participantCarbonKg: one(said.participantCarbonKg),
    perUserMonth: ratio(said.perUserMonth),
    perTBDelivered: ratio(said.perTBDelivered),
    perTBStoredMonth: ratio(said.perTBStoredMonth),
    participation: said.participation
      ? tightest(series(said.participation.installs), series(said.participation.willing))
      : null,
    feasible: holds(said.feasible),
    permitted: holds(said.permitted),
    meetsAvailability: holds(said.meetsAvailability),
    meetsAnnualLoss: holds(said.meetsAnnualLoss),
    eligible: holds(said.eligible),
    quantities: Object.fromEntries(
      Object.entries(said.quantities).map(([name, quantity]) => [
        name,
        evaluation.values(quantity).length === 1 ? one(quantity) : series(quantity),
      ]),
    ),
  };
}
