import { type Evaluation, evaluate } from "@/lib/formula/evaluate";
import type { Quantity } from "@/lib/formula/node";
import { architectures } from "@/lib/model/architectures";
import { figureOf } from "@/lib/model/evaluate";
import type { InputKey } from "@/lib/model/inputs";
import { keepsOrder, orderRules } from "@/lib/model/rules";
import type { OutcomeProgram, OutcomeQuantities } from "./outcome-program";
import { type ArchitectureOutcomes, leaveOut, type Outcomes } from "./outcomes";
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

/** What is taken of one architecture in one trial; `is` tells whether all of it is a number. */
function take(to: ArchitectureOutcomes, of: OutcomeQuantities, evaluation: Evaluation, s: number, at: number): boolean {
  const { samples, months } = evaluation;
  const one = (quantity: Quantity) => (evaluation.values(quantity)[s] as number) + 0;
  const inMonth = (quantity: Quantity) => {
    const values = evaluation.values(quantity);
    return values.length > samples
      ? (t: number) => values[t * samples + s] as number
      : (t: number) => (t === 0 && quantity.during === "running" ? 0 : (values[s] as number));
  };
  const cash = inMonth(of.cash);
  const participantCost = inMonth(of.participantCost);
  let [spent, borne] = [0, 0];
  for (let t = 0; t <= months; t++) {
    spent += cash(t);
    borne += participantCost(t);
    (to.cumulative[t] as Float64Array)[at] = spent;
  }
  to.participantCost[at] = borne;
  to.netPresentCost[at] = one(of.netPresentCost);
  to.total[at] = one(of.total);
  to.feasible[at] = one(of.feasible);
  to.meetsAvailability[at] = one(of.meetsAvailability);
  to.meetsAnnualLoss[at] = one(of.meetsAnnualLoss);
  to.eligible[at] = one(of.eligible);
  return [spent, borne, to.netPresentCost[at], to.total[at]].every(Number.isFinite);
}

/** Trials that follow one another: from, to (without it), among all. */
export interface TrialSpan {
  readonly from: number;
  readonly to: number;
}

/**
 * Evaluates some trials by the model, all at once, and adds what becomes of them to `outcomes`.
 *
 * @param drawn by term, its values in these trials
 */
export function evaluateTrials(
  request: UncertaintyRequest,
  model: OutcomeProgram,
  drawn: Drawn,
  { from, to }: TrialSpan,
  outcomes: Outcomes,
): void {
  const { inputs, lines } = request;
  const fixed = figureOf(inputs, lines);
  const chosen = Array.from({ length: to - from }, (_, i) => i).filter((i) => {
    const rule = brokenRule(request, drawn, i);
    if (rule !== null) leaveOut(outcomes, rule);
    return rule === null;
  });
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
    for (const [s, trial] of trials.entries()) {
      const at = outcomes.kept;
      const isNumber = architectures
        .map((a) => take(outcomes.architectures[a], model.outcomes[a], evaluation, s, at))
        .every(Boolean);
      if (!isNumber) {
        leaveOut(outcomes, tooLarge);
        continue;
      }
      outcomes.trial[at] = from + trial;
      outcomes.kept++;
    }
  };
  work(chosen);
}
