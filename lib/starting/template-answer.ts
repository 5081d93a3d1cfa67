import { finish } from "@/lib/analysis/steps";
import { uncertainty } from "@/lib/analysis/uncertainty/uncertainty";
import { type Verdict, verdictOf } from "@/lib/analysis/verdict/verdict";
import { uncertaintyRequest } from "@/lib/draft/uncertainty/uncertainty-request";
import { unchosenSettings } from "@/lib/draft/uncertainty/uncertainty-settings";
import type { Architecture } from "@/lib/model/architectures";
import { evaluateModel } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";

/** The net present cost of an architecture, money: of the base run, and the quantiles of trials. */
export interface CostAtStart {
  readonly base: number;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Whether it meets all targets in the base run. */
  readonly isEligible: boolean;
}

/** What a template answers before any figure is changed: the verdict, and the costs by rank, those that miss a target last. */
export interface TemplateAnswer {
  readonly verdict: Verdict;
  readonly costs: readonly (CostAtStart & { readonly architecture: Architecture })[];
}

/**
 * Works out what a model shows that is made from these inputs and not changed.
 *
 * @param own what differs from the defaults
 * @param trials those of a new model unless given
 * @throws Error where there is no result: a template has one
 */
export function templateAnswer(own: Partial<Inputs>, trials = unchosenSettings.trials): TemplateAnswer {
  const draft = { inputs: own, ...noRows, notes: {}, currencyRate: 1, ...unchosenSettings, trials };
  const request = uncertaintyRequest(draft);
  const { inputs } = request;
  const run = finish(uncertainty(request));
  if (!run.ok) throw new Error(run.faults.map(({ message }) => message).join(" "));
  const result = evaluateModel(inputs, noRows);
  return {
    verdict: verdictOf({ result, inputs, uncertainty: run.document }),
    costs: result.ranking.map((architecture) => {
      const { netPresentCost: base, eligible: isEligible } = result.architectures[architecture];
      const { 10: p10, 50: p50, 90: p90 } = run.document.architectures[architecture].netPresentCost.quantiles;
      return { architecture, base, p10, p50, p90, isEligible };
    }),
  };
}
