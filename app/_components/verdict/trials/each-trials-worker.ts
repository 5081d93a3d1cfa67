import { answerNewest } from "@/app/_components/worker/answer-newest";
import type { Outcomes } from "@/lib/analysis/uncertainty/outcomes";
import { simulate } from "@/lib/analysis/uncertainty/simulate";
import { summarise } from "@/lib/analysis/uncertainty/summarise";
import { replicateSize } from "@/lib/math/hypercube";
import { declaredAt } from "@/lib/model/currency";
import type { EachReply, EachTrials, TrialsQuestion } from "./trials-question";

/** One after another: first a replicate of each, so that all have an answer soon, then the rest of each. */
answerNewest<EachTrials, EachReply>(async ({ trials: questions }, { reply, follow }) => {
  const requestOf = ({ rate, ...question }: TrialsQuestion) => ({ ...question, declared: declaredAt(rate) });
  async function tell(place: number, request: ReturnType<typeof requestOf>, parts: Outcomes[], trials: number) {
    const outcome = await follow(summarise({ ...request, trials }, parts));
    if (outcome.ok) reply({ place, document: outcome.document, problem: null });
    else reply({ place, document: null, problem: outcome.faults[0]?.message ?? "" });
    return outcome.ok;
  }
  const begun: { place: number; request: ReturnType<typeof requestOf>; first: Outcomes }[] = [];
  for (const [place, question] of questions.entries()) {
    const request = requestOf(question);
    const first = await follow(simulate(request, 0, 1));
    const isGood = await tell(place, request, [first], replicateSize);
    if (isGood && question.trials > replicateSize) begun.push({ place, request, first });
  }
  for (const { place, request, first } of begun) {
    const rest = await follow(simulate(request, 1, request.trials / replicateSize));
    await tell(place, request, [first, rest], request.trials);
  }
});
