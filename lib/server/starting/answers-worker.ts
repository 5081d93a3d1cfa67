import { parentPort } from "node:worker_threads";
import type { StartingAnswers } from "@/lib/draft/starting-answers";
import { answeredFigures, type Begun } from "@/lib/starting/answered-figures";
import type { CalendarDay } from "@/lib/value/calendar";

export interface AnswersQuestion {
  begun: Begun;
  answers: StartingAnswers;
  on: CalendarDay;
}

// Works out the figures of one set of answers and ends. No reader is known here, so numbers in notes have canonical marks.
parentPort?.once("message", ({ begun, answers, on }: AnswersQuestion) =>
  parentPort?.postMessage(answeredFigures(begun, answers, on)),
);
