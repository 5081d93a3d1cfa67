import { parentPort } from "node:worker_threads";
import { sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import { trialsOf } from "@/lib/analysis/sensitivity/trial";
import { finish } from "@/lib/analysis/steps";
import { trialDots } from "@/lib/analysis/uncertainty/difference-dots";
import { simulate } from "@/lib/analysis/uncertainty/simulate";
import { summarise } from "@/lib/analysis/uncertainty/summarise";
import { type UncertainDraft, uncertaintyRequest } from "@/lib/draft/uncertainty/uncertainty-request";
import { replicateSize } from "@/lib/math/hypercube";
import { todayOf } from "@/lib/model/today-of";
import type { RunAnswer, RunQuestion } from "./run-messages";

// Runs the trials of one draft and ends.
parentPort?.once("message", ({ draft, isForPage }: RunQuestion) => parentPort?.postMessage(answer(draft, isForPage)));

function answer(draft: UncertainDraft, isForPage: boolean): RunAnswer {
  const request = uncertaintyRequest(draft);
  const outcomes = finish(simulate(request, 0, request.trials / replicateSize));
  const outcome = finish(summarise(request, [outcomes]));
  if (!outcome.ok || !isForPage) return outcome;
  const { document } = outcome;
  const { inputs, rows, declared } = request;
  const singles = finish(
    sensitivity({
      inputs,
      declared: declared.groups.flatMap((group) => group.inputs),
      ranges: draft.notes,
      trials: trialsOf(inputs, rows),
      isUntouchedAssumption: () => false,
    }),
  );
  return { ...outcome, dots: trialDots([outcomes], document.base, todayOf(inputs)), singles };
}
