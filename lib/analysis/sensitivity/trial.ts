import type { CustomLine } from "@/lib/model/custom-lines";
import { evaluateModel, ModelError } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { keepsOrder, orderRules } from "@/lib/model/rules";

/** The result with some inputs changed; null where these break a rule between inputs or grow too large to mean anything. */
export type Trial = (changes: Partial<Inputs>) => ModelResult | null;

export function trialOf(inputs: Inputs, lines: readonly CustomLine[]): Trial {
  return (changes) => {
    const tried = { ...inputs, ...changes };
    if (!orderRules.every((rule) => keepsOrder(rule, tried))) return null;
    try {
      return evaluateModel(tried, lines);
    } catch (error) {
      if (error instanceof ModelError) return null;
      throw error;
    }
  };
}
