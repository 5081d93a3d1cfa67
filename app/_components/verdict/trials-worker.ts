import { answerNewest } from "@/app/_components/worker/answer-newest";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { uncertainty } from "@/lib/analysis/uncertainty/uncertainty";
import { declaredAt } from "@/lib/model/currency";

/** What trials are asked; the declarations are made anew from the rate. */
export type TrialsQuestion = Omit<UncertaintyRequest, "declared"> & { readonly rate: number };

export type TrialsReply =
  | { readonly kind: "document"; readonly document: UncertaintyDocument }
  | { readonly kind: "refused"; readonly message: string };

/** The first replicate is a run of its own: a first answer, soon. */
const first = 1000;

answerNewest<TrialsQuestion, TrialsReply>(async ({ rate, trials, ...question }, { reply, follow }) => {
  const request = { ...question, declared: declaredAt(rate) };
  for (const count of new Set([Math.min(first, trials), trials])) {
    const outcome = await follow(uncertainty({ ...request, trials: count }));
    if (!outcome.ok) {
      reply({ kind: "refused", message: outcome.faults[0]?.message ?? "" });
      return;
    }
    reply({ kind: "document", document: outcome.document });
  }
});
