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

/** About half of the trials are worked out beside this worker, where there is a second processor. */
const beside = new WorkerBeside<ShareQuestion, Outcomes>(
  () => new Worker(new URL("./share-worker.ts", import.meta.url), { type: "module" }),
);

// The first answer comes at each key. The rest waits for a pause in typing.
answerNewest<TrialsQuestion, TrialsReply>(async ({ rate, ...question }, { reply, follow, settled }) => {
  beside.drop();
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
  const replicates = trials / replicateSize;
  // Once the question has settled the first answer is about made, so the rest is shared evenly.
  const middle = 1 + Math.floor((replicates - 1) / 2);
  // The first replicate is a run of its own: a first answer, soon.
  const first = await follow(simulate(request, 0, 1));
  const askBeside = () => beside.ask({ rate, ...question, from: middle, to: replicates });
  const others =
    replicates === 1
      ? null
      : settled()
          .then(askBeside)
          .catch(() => null);
  const isGood = await summed([first], replicateSize);
  if (!isGood || !others) return;
  const own = middle > 1 ? [await follow(simulate(request, 1, middle))] : [];
  // Where the second worker cannot be had, this one does it all.
  const rest = (await others) ?? (await follow(simulate(request, middle, replicates)));
  await summed([first, ...own, rest], trials);
});
