import type { TrialsQuestion } from "@/app/_components/verdict/trials/trials-question";

/** What a worker of this page is asked; null has it stop. */
export interface DecisionQuestion {
  readonly asked: TrialsQuestion | null;
}
