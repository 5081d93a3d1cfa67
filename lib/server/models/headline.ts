import "server-only";
import { answerSentences } from "@/lib/analysis/answer";
import type { ModelDraft } from "@/lib/draft/model";
import { completeInputs } from "@/lib/model/currency";
import { evaluateModel, ModelError } from "@/lib/model/evaluate";
import { withCanonicalMarks } from "@/lib/server/runtime/canonical-marks";

export type Headlined = Pick<ModelDraft, "inputs" | "customLines" | "currency" | "currencyRate">;

/** The first sentence of the answer that these figures give: what a list says of a model. It is stored, and read by others: in canonical marks. The draft has passed checkDraft. */
export function headlineOf({ inputs: own, customLines, currency, currencyRate }: Headlined): string {
  try {
    const inputs = completeInputs(own, currencyRate);
    return withCanonicalMarks(() => answerSentences(evaluateModel(inputs, customLines), inputs, currency)[0] ?? "");
  } catch (error) {
    if (error instanceof ModelError) return `No result: ${error.message}`;
    throw error;
  }
}
