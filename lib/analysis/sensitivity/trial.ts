import { tryEvaluate } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import type { OwnRows } from "@/lib/model/rows/own-rows";

/** The result with some inputs changed; null where the model refuses these. */
export type Trial = (changes: Partial<Inputs>) => ModelResult | null;

export function trialOf(inputs: Inputs, rows: OwnRows): Trial {
  return (changes) => {
    const outcome = tryEvaluate({ ...inputs, ...changes }, rows);
    return outcome.ok ? outcome.result : null;
  };
}
