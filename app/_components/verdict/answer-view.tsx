import type { ReactNode, Ref } from "react";
import type { Movement } from "@/lib/analysis/sensitivity/sensitivity";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import { comparisonRows } from "@/lib/analysis/verdict/comparison";
import { flipsOf } from "@/lib/analysis/verdict/flips";
import { measureFirst } from "@/lib/analysis/verdict/measure-first";
import { firstOfVerdict, type Verdict } from "@/lib/analysis/verdict/verdict";
import { verdictSentence } from "@/lib/analysis/verdict/verdict-words";
import { doubtWords, moneyWords } from "@/lib/export/basis-words";
import type { Architecture } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { ComparisonTable } from "./comparison-table";
import { DotPlot } from "./dot-plot";
import { FlipList } from "./flip-list";
import styles from "./flips.module.css";
import type { EvidenceFacts } from "./measure-evidence";
import { MeasureList } from "./measure-list";
import { VerdictHead } from "./verdict-head";
import { WouldHaveToBeTrue } from "./would-have-to-be-true";

interface AnswerViewProps {
  verdict: Verdict;
  result: ModelResult;
  inputs: Inputs;
  currency: string;
  startMonth: string;
  /** Trials of these very figures; null while they run. */
  uncertainty: UncertaintyDocument | null;
  /** The newest trials, whether or not of these figures. */
  latest: UncertaintyDocument | null;
  /** Of these figures: the difference between the first and its rival, each for one trial in twenty. */
  dots: readonly number[];
  /** The inputs that would change the winner alone; null while they are looked for. */
  turning: readonly Movement[] | null;
  /** Whether these are of earlier figures, and what stands in their place until the first. */
  isTurningStale: boolean;
  pendingTurning: string;
  /** How many of what was drawn nobody has looked at. */
  untouched: number;
  /** What stands in place of the trials until they are in. */
  pending: string;
  /** Whose inputs lines lead to; null where they cannot be opened. */
  modelId: string | null;
  /** Inputs that are named without figures. */
  hidden?: readonly string[];
  /** Where the evidence of figures comes from; left out where readers are not told. */
  evidence?: EvidenceFacts;
  note?: ReactNode;
  ref?: Ref<HTMLDivElement> | undefined;
}

/** The answer: the verdict, the comparison, what would flip it and what to measure first. The same on a model's page and behind a link. */
export function AnswerView(props: AnswerViewProps) {
  const { verdict, result, inputs, currency, startMonth, uncertainty, latest, dots, turning } = props;
  const {
    isTurningStale,
    pendingTurning,
    untouched,
    pending,
    modelId,
    hidden = [],
    evidence = null,
    note,
    ref,
  } = props;
  const shown = uncertainty ?? latest;
  const [best, second] = result.ranking as [Architecture, Architecture];
  const by = verdict.kind === "targets" || verdict.kind === "none" ? "firstPlace" : "money";
  const doubt =
    uncertainty === null
      ? pending
      : doubtWords({ uncertainty, untouched, first: firstOfVerdict(verdict), result, currency });
  return (
    <>
      <VerdictHead
        ref={ref}
        sentence={verdictSentence({ verdict, result, inputs, currency })}
        basis={`${moneyWords(inputs, startMonth)}; ${doubt}`}
        note={note}
      />
      <ComparisonTable
        rows={comparisonRows(result, inputs, shown)}
        currency={currency}
        targets={{ downtime: 1 - inputs.targetAvailability, annualLoss: inputs.targetAnnualLoss }}
        hasToday={inputs.currentArchitecture !== "none"}
        isBehind={uncertainty === null}
      />
      {modelId === null ? null : <WouldHaveToBeTrue modelId={modelId} losing={result.ranking.slice(1)} />}
      <div className={styles.pair}>
        <FlipList
          flips={turning && flipsOf(turning, currency, hidden)}
          pending={pendingTurning}
          isStale={isTurningStale}
          modelId={modelId}
        />
        <MeasureList
          list={shown && measureFirst(shown, by)}
          isStale={shown !== null && uncertainty === null}
          by={by}
          currency={currency}
          modelId={modelId}
          hidden={hidden}
          facts={evidence}
        />
        <DotPlot first={best} rival={shown?.base.rival ?? second} dots={dots} currency={currency} />
      </div>
    </>
  );
}
