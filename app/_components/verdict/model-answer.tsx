"use client";

import { memo, type ReactNode, type Ref, useMemo } from "react";
import { comparisonRows } from "@/lib/analysis/verdict/comparison";
import { flipsOf } from "@/lib/analysis/verdict/flips";
import { measureFirst } from "@/lib/analysis/verdict/measure-first";
import { type Verdict, verdictOf } from "@/lib/analysis/verdict/verdict";
import { verdictSentence } from "@/lib/analysis/verdict/verdict-words";
import type { ModelDraft } from "@/lib/draft/model";
import type { Architecture } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { formatNumber } from "@/lib/value/format";
import { Announcer } from "./announcer";
import { doubtWords, moneyWords } from "./basis-words";
import { ComparisonTable } from "./comparison-table";
import { DotPlot } from "./dot-plot";
import { FlipList } from "./flip-list";
import styles from "./flips.module.css";
import { MeasureList } from "./measure-list";
import { untouchedDraws } from "./untouched-draws";
import type { Doubt } from "./use-doubt";
import { VerdictHead } from "./verdict-head";

interface ModelAnswerProps {
  modelId: string;
  draft: ModelDraft;
  /** The draft's complete inputs, and their result. */
  inputs: Inputs;
  result: ModelResult;
  /** Of these very figures, or of earlier ones where it says so. */
  doubt: Doubt;
  /** The template's figures in the model's currency. */
  starting: Partial<Inputs>;
  /** Beside the verdict: what matched service levels would change. */
  note: ReactNode;
  ref?: Ref<HTMLDivElement> | undefined;
}

/** The answer of a model: the verdict, the comparison, what would flip it and what to measure first. */
export const ModelAnswer = memo(function ModelAnswer(props: ModelAnswerProps) {
  const { modelId, draft, inputs, result, doubt, starting, note, ref } = props;
  const { trials, singles } = doubt;
  const { currency } = draft;
  const verdict = useMemo(
    () => verdictOf({ result, inputs, uncertainty: trials.fresh, turners: singles.turners }),
    [result, inputs, trials.fresh, singles.turners],
  );
  const sentence = verdictSentence({ verdict, result, inputs, currency });
  const shown = trials.fresh ?? trials.latest;
  const rows = useMemo(() => comparisonRows(result, inputs, shown), [result, inputs, shown]);
  const flips = useMemo(
    () => singles.sensitivity && flipsOf(singles.sensitivity.turning, currency),
    [singles.sensitivity, currency],
  );
  const hasTargetDoubt = verdict.kind === "targets" || verdict.kind === "none";
  const worth = useMemo(
    () => shown && measureFirst(shown, hasTargetDoubt ? "firstPlace" : "money"),
    [shown, hasTargetDoubt],
  );
  const first = firstOf(verdict);
  const untouched = trials.fresh === null ? 0 : untouchedDraws(trials.fresh.drawn, draft, starting);
  const doubtSays =
    trials.fresh === null
      ? (trials.problem ?? `working out ${formatNumber(trials.all)} trials…`)
      : doubtWords({ uncertainty: trials.fresh, untouched, first, result, currency });
  return (
    <>
      <VerdictHead
        ref={ref}
        sentence={sentence}
        basis={`${moneyWords(inputs, draft.startMonth)}; ${doubtSays}`}
        note={note}
      />
      <Announcer of={inputs} sentence={sentence} isReady={trials.done === trials.all || trials.problem !== null} />
      <ComparisonTable
        rows={rows}
        currency={currency}
        targets={{ downtime: 1 - inputs.targetAvailability, annualLoss: inputs.targetAnnualLoss }}
        hasToday={inputs.currentArchitecture !== "none"}
        isBehind={trials.fresh === null}
      />
      <div className={styles.pair}>
        <FlipList flips={flips} modelId={modelId} />
        <MeasureList list={worth} currency={currency} modelId={modelId} />
        <DotPlot
          first={result.ranking[0] as Architecture}
          rival={shown?.base.rival ?? (result.ranking[1] as Architecture)}
          dots={trials.dots}
          currency={currency}
        />
      </div>
    </>
  );
});

/** Whom the verdict names first. */
function firstOf(verdict: Verdict): Architecture {
  if (verdict.kind === "none") return verdict.nearest;
  return verdict.kind === "close" ? verdict.pair[0] : verdict.first;
}
