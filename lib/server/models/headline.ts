import "server-only";
import { answerSentences } from "@/lib/analysis/answer";
import type { ModelDraft } from "@/lib/draft/model";
import { completeInputs } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import { refusalWords } from "@/lib/model/refusal";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { withCanonicalMarks } from "@/lib/server/runtime/canonical-marks";

export type Headlined = Pick<ModelDraft, "inputs" | keyof OwnRows | "currency" | "currencyRate">;

/** The first sentence of the answer that these figures give: what a list says of a model. It is stored, and read by others: in canonical marks. The draft has passed checkDraft. */
export function headlineOf({ inputs: own, currency, currencyRate, ...rows }: Headlined): string {
  const inputs = completeInputs(own, currencyRate);
  const outcome = tryEvaluate(inputs, rows);
  if (!outcome.ok) return `No result: ${refusalWords(outcome)}`;
  return withCanonicalMarks(() => answerSentences(outcome.result, inputs, currency)[0] ?? "");
}
