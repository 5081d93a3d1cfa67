import "server-only";
import { Worker } from "node:worker_threads";
import { beginningOf } from "@/lib/draft/beginning";
import type { Checked } from "@/lib/draft/inputs";
import type { ModelDraft } from "@/lib/draft/model";
import type { StartingAnswers } from "@/lib/draft/starting-answers";
import { refused } from "@/lib/outcome";
import { checkDraft } from "@/lib/schemas/draft";
import { askedWorker, resourceLimits } from "@/lib/server/files/asked-worker";
import type { AnsweredFigures } from "@/lib/starting/answered-figures";
import type { CalendarDay } from "@/lib/value/calendar";
import type { AnswersQuestion } from "./answers-worker";

/** A bill takes a second at most; the start of the worker some tenths. */
const ask = askedWorker<AnsweredFigures>(
  () => new Worker(new URL("./answers-worker.ts", import.meta.url), { resourceLimits }),
  {
    undone: "answers were not worked out",
    refusals: {
      busy: "The server is working out other models. No model was made. Wait a moment, then try again.",
      late: "These answers took too long to work out, so no model was made. Try again, or leave out the bill.",
      failed: "These answers could not be worked out, so no model was made. Try again, or leave out the bill.",
    },
  },
);

/**
 * What a new model begins with where the first questions were answered; worked out in a thread of its own, for a bill takes its time.
 *
 * @param begun in dollars: the template's figures, and over them those of the organisation
 * @param answers checked
 * @param on the day on which they were answered
 */
export async function answeredDraft(
  begun: ModelDraft,
  answers: StartingAnswers,
  on: CalendarDay,
): Promise<Checked<ModelDraft, "draft">> {
  const question: AnswersQuestion = { begun, answers, on };
  const outcome = await ask(question);
  if (!outcome.ok) return refused("form", outcome.message);
  const { figures, faults } = outcome.result;
  if (faults.length > 0) return { ok: false, faults: [...faults] };
  return checkDraft({ ...begun, ...beginningOf([begun, figures]) });
}
