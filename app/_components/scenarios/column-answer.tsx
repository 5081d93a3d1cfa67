import { memo } from "react";
import type { Tried } from "@/app/_components/verdict/trials/use-trials-of-each";
import { againstSentence } from "@/lib/analysis/against-today/against-words";
import { verdictOf } from "@/lib/analysis/verdict/verdict";
import { verdictSentence } from "@/lib/analysis/verdict/verdict-words";
import { middleWords } from "@/lib/export/basis-words";
import type { Architecture } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { formatNumber } from "@/lib/value/format";
import styles from "./scenario-columns.module.css";

interface ColumnAnswerProps {
  result: ModelResult;
  inputs: Inputs;
  currency: string;
  /** What runs today, where the answer is whether moving pays. */
  against: Architecture | null;
  /** Of these very figures. */
  tried: Tried;
  /** How many trials will be run. */
  trials: number;
}

/** The verdict on one scenario, or whether moving pays in it, as sure as its trials make it. */
export const ColumnAnswer = memo(function ColumnAnswer(props: ColumnAnswerProps) {
  const { result, inputs, currency, against, tried, trials } = props;
  const { document: uncertainty, problem } = tried;
  const verdict = verdictOf({ result, inputs, uncertainty });
  const sentence =
    against === null
      ? verdictSentence({ verdict, result, inputs, currency })
      : againstSentence({ result, inputs, currency, today: against, uncertainty, verdict });
  return (
    <>
      <p className={styles.answer}>{sentence}</p>
      <p className={styles.basis}>{problem ?? basis()}</p>
    </>
  );

  function basis(): string {
    if (uncertainty === null) return `Working out ${formatNumber(trials)} trials…`;
    const of = uncertainty.trials < trials ? ` of ${formatNumber(trials)}` : "";
    const done = `${formatNumber(uncertainty.trials)}${of} trials`;
    if (against !== null) return done;
    return `${done}; ${middleWords({ uncertainty, verdict, result, currency })}`;
  }
});
