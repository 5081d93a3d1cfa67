"use client";

import { useMemo, useRef } from "react";
import { useEvaluation } from "@/app/_components/results/use-evaluation";
import { useAction } from "@/app/_components/ui/action/use-action";
import { answerSentences } from "@/lib/analysis/answer";
import { beginningOf, type Figures } from "@/lib/draft/beginning";
import type { StartingAnswers } from "@/lib/draft/starting-answers";
import { completeInputs, declaredCurrency } from "@/lib/model/currency";
import { ownRowsOf } from "@/lib/model/rows/own-rows";
import type { FieldError } from "@/lib/outcome";
import type { AnsweredFigures } from "@/lib/starting/answered-figures";
import { type Created, useMadeModel } from "../made-model";
import { NameAndCreate } from "../name-and-create";
import styles from "./questions.module.css";
import { Understood } from "./understood";

interface StartingSummaryProps {
  name: string;
  /** What the model is called where no name is typed. */
  suggestion: string;
  onName: (name: string) => void;
  /** What the model begins with before the answers. */
  begun: Figures;
  answers: StartingAnswers;
  answered: AnsweredFigures;
  /** What is wrong with what is typed, in sentences. */
  faults: readonly string[];
  create: (name: string) => Promise<Created>;
  onCreated: () => void;
}

/** What was understood and set, the first answer, and the button that makes the model. */
export function StartingSummary(props: StartingSummaryProps) {
  const { name, suggestion, onName, begun, answers, answered, faults, create, onCreated } = props;
  const { made, open: openMade } = useMadeModel();
  const panel = useRef<HTMLElement>(null);
  const figures = useMemo(() => beginningOf([begun, answered.figures]), [begun, answered]);
  const inputs = useMemo(() => completeInputs(figures.inputs, 1), [figures]);
  const rows = useMemo(() => ownRowsOf(figures), [figures]);
  const { result, problem } = useEvaluation(inputs, rows);
  const {
    form,
    button,
    faults: refusedFor,
    faultOf,
  } = useAction({
    failed: "The model was not made",
    refresh: false,
    send: async () => {
      const open: FieldError[] = [...faults, ...unfinished()].map((message, place) => ({
        key: `typed.${place}`,
        message,
      }));
      if (open.length > 0) return { ok: false, faults: open };
      const outcome = await create(name.trim() || suggestion);
      if (!outcome.ok) return outcome;
      onCreated();
      return openMade(outcome);
    },
  });
  return (
    <aside ref={panel} className={styles.summary} aria-label="What it comes to">
      <h2 className={styles.title}>What it comes to</h2>
      <Understood begun={begun} answers={answers} answered={answered} />
      <div className={styles.verdict} aria-live="polite">
        {problem === null ? null : <p>{problem} Change an answer.</p>}
        {result === null ? null : <p>{answerSentences(result, inputs, declaredCurrency)[0]}</p>}
      </div>
      <form {...form} className={styles.create}>
        <NameAndCreate
          {...{ name, suggestion, onName, button, faultOf, made }}
          faults={refusedFor}
          isDisabled={button.disabled}
        />
      </form>
    </aside>
  );
}

/** A row of machines that was typed and not added would be lost without a word. */
function unfinished(): string[] {
  const typed = [...document.querySelectorAll<HTMLInputElement>("[data-new] input")].some(
    ({ value }) => value.trim() !== "",
  );
  return typed ? ["The last row of machines is not added yet. Press Add beside it, or empty it."] : [];
}
