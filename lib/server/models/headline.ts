import "server-only";
import { answerSentences } from "@/lib/analysis/answer";
import type { ModelDraft } from "@/lib/draft/model";
import { completeInputs } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import { refusalWords } from "@/lib/model/refusal";
import { withCanonicalMarks } from "@/lib/server/runtime/canonical-marks";

export type Headlined = Pick<ModelDraft, "inputs" | "customLines" | "currency" | "currencyRate">;

/** The first sentence of the answer that these figures give: what a list says of a model. It is stored, and read by others: in canonical marks. The draft has passed checkDraft. */
export function headlineOf({ inputs: own, customLines, currency, currencyRate }: Headlined): string {
  const inputs = completeInputs(own, currencyRate);
  const outcome = tryEvaluate(inputs, customLines);
  if (!outcome.ok) return `No result: ${refusalWords(outcome)}`;
  return withCanonicalMarks(() => answerSentences(outcome.result, inputs, currency)[0] ?? "");
}
