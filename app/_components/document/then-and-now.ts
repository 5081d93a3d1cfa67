import { answerSentences } from "@/lib/analysis/answer";
import type { ModelDraft } from "@/lib/draft/model";
import { movedDraft } from "@/lib/draft/moved-draft";
import { completeInputs } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import { refusalWords } from "@/lib/model/refusal";
import type { ReleasedInput } from "@/lib/model/released/released-input";
import type { ModelResult } from "@/lib/model/result";
import { type Difference, figureDifferences } from "./figure-differences";

/** What a draft comes to: its result and the answer's first sentence, or why it has none. */
export type Worked = { result: ModelResult; answer: string } | { result: null; answer: string };

export interface ThenAndNow {
  /** The inputs that the present version would have otherwise: `now` under the model's version, `next` under the present one. */
  differences: Difference[];
  earlier: Worked;
  present: Worked;
}

/** What a model shows under the version that it keeps to, and what it would show under the present one. */
export function thenAndNow(draft: ModelDraft, released: readonly ReleasedInput[]): ThenAndNow {
  const moved = movedDraft(draft, released);
  return { differences: figureDifferences(draft, moved), earlier: workedOut(draft), present: workedOut(moved) };
}

/** What a draft comes to. */
export function workedOut({ inputs: own, currencyRate, currency, ...rows }: ModelDraft): Worked {
  const inputs = completeInputs(own, currencyRate);
  const outcome = tryEvaluate(inputs, rows);
  if (!outcome.ok) return { result: null, answer: `No result: ${refusalWords(outcome)}` };
  return { result: outcome.result, answer: answerSentences(outcome.result, inputs, currency)[0] ?? "" };
}
