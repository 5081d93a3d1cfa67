import { answerNewest } from "@/app/_components/worker/answer-newest";
import { buffersOf, type Outcomes } from "@/lib/analysis/uncertainty/outcomes";
import { simulate } from "@/lib/analysis/uncertainty/simulate";
import { declaredAt } from "@/lib/model/currency";
import type { ShareQuestion } from "./trials-question";

answerNewest<ShareQuestion, Outcomes>(async ({ rate, from, to, ...question }, { reply, follow }) => {
  const outcomes = await follow(simulate({ ...question, declared: declaredAt(rate) }, from, to));
  reply(outcomes, buffersOf(outcomes));
});
