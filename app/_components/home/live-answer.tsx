"use client";

import { memo, useMemo } from "react";
import { Announcer } from "@/app/_components/verdict/announcer";
import { trialsQuestionOf } from "@/app/_components/verdict/trials/trials-question";
import { useTrials } from "@/app/_components/verdict/trials/use-trials";
import { VerdictHead } from "@/app/_components/verdict/verdict-head";
import { answerSentences } from "@/lib/analysis/answer";
import { verdictOf } from "@/lib/analysis/verdict/verdict";
import { verdictSentence } from "@/lib/analysis/verdict/verdict-words";
import type { ModelDraft } from "@/lib/draft/model";
import { doubtWords, moneyWords } from "@/lib/export/basis-words";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { formatNumber } from "@/lib/value/format";
import styles from "./live-comparison.module.css";

interface LiveAnswerProps {
  draft: ModelDraft;
  /** The draft's complete inputs, and their result. */
  inputs: Inputs;
  result: ModelResult;
}

/** The answer of what a visitor tries, as sure as trials of it make it. */
export const LiveAnswer = memo(function LiveAnswer({ draft, inputs, result }: LiveAnswerProps) {
  const { currency, startMonth } = draft;
  const { fresh, problem } = useTrials(useMemo(() => trialsQuestionOf(draft), [draft]));
  const verdict = verdictOf({ result, inputs, uncertainty: fresh });
  const sentence = verdictSentence({ verdict, result, inputs, currency });
  const doubt =
    fresh === null
      ? (problem ?? `working out ${formatNumber(draft.trials)} trials…`)
      : doubtWords({ uncertainty: fresh, untouched: 0, verdict, result, currency });
  return (
    <>
      <div className={styles.answer}>
        <VerdictHead sentence={sentence} basis={`${moneyWords(inputs, startMonth)}; ${doubt}`} />
      </div>
      <div className={styles.further}>
        {answerSentences(result, inputs, currency)
          .slice(1)
          .map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
      </div>
      <Announcer of={inputs} sentence={sentence} isReady={fresh !== null || problem !== null} />
    </>
  );
});
