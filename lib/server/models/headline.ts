import "server-only";
import { answerSentences } from "@/lib/analysis/answer";
import { evaluateModel, ModelError } from "@/lib/model/evaluate";
import { defaultInputs } from "@/lib/model/inputs";
import type { ModelDraft } from "@/lib/schemas/model";

/** The first sentence of the answer that these figures give: what a list says of a model. The draft has passed checkDraft. */
export function headlineOf({ inputs, customLines, currency }: ModelDraft): string {
  try {
    const result = evaluateModel(inputs, customLines);
    return answerSentences(result, { ...defaultInputs, ...inputs }, currency)[0] ?? "";
  } catch (error) {
    if (error instanceof ModelError) return `No result: ${error.message}`;
    throw error;
  }
}
