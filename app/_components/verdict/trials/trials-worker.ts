import { answerNewest } from "@/app/_components/worker/answer-newest";
import { WorkerBeside } from "@/app/_components/worker/worker-beside";
import { trialDots } from "@/lib/analysis/uncertainty/difference-dots";
import type { Outcomes } from "@/lib/analysis/uncertainty/outcomes";
import { simulate } from "@/lib/analysis/uncertainty/simulate";
import { summarise } from "@/lib/analysis/uncertainty/summarise";
import { replicateSize } from "@/lib/math/hypercube";
import { declaredAt } from "@/lib/model/currency";
import { todayOf } from "@/lib/model/today-of";
import type { ShareQuestion, TrialsQuestion, TrialsReply } from "./trials-question";

/** Half of the trials are worked out beside this worker, where there is a second processor. */
const beside = new WorkerBeside<ShareQuestion, Outcomes>(
  () => new Worker(new URL("./share-worker.ts", import.meta.url), { type: "module" }),
);

answerNewest<TrialsQuestion, TrialsReply>(async ({ rate, ...question }, { reply, follow }) => {
  const { trials } = question;
  const request = { ...question, declared: declaredAt(rate) };
  const summed = async (parts: readonly Outcomes[], count: number): Promise<boolean> => {
    const outcome = await follow(summarise(request, parts, count));
    if (!outcome.ok) {
      reply({ kind: "refused", message: outcome.faults[0]?.message ?? "" });
      return false;
    }
    const { document } = outcome;
    reply({ kind: "document", document, dots: trialDots(parts, document.base, todayOf(request.inputs)) });
    return true;
  };
  // The first replicate is a run of its own: a first answer, soon.
  const first = await follow(simulate(request, 0, 1));
  const isGood = await summed([first], replicateSize);
  const replicates = trials / replicateSize;
  if (!isGood || replicates === 1) return;
  const middle = Math.ceil((replicates + 1) / 2);
  const others = middle === replicates ? null : beside.ask({ rate, ...question, from: middle, to: replicates });
  const own = await follow(simulate(request, 1, middle));
  // Where the second worker cannot be had, this one does it all.
  const rest = others && (await others.catch(() => follow(simulate(request, middle, replicates))));
  await summed([first, own, ...(rest === null ? [] : [rest])], trials);
});
