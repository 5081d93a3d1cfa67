import type { CustomLine } from "@/lib/model/custom-lines";
import { tryEvaluate } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";

/** The result with some inputs changed; null where the model refuses these. */
export type Trial = (changes: Partial<Inputs>) => ModelResult | null;

export function trialOf(inputs: Inputs, lines: readonly CustomLine[]): Trial {
  return (changes) => {
    const outcome = tryEvaluate({ ...inputs, ...changes }, lines);
    return outcome.ok ? outcome.result : null;
  };
}
