import type { ComponentProps, ReactNode, Ref } from "react";
import { AgainstSwitch, EitherView } from "@/app/_components/view/against-switch";
import { againstSentence, goingOnWords } from "@/lib/analysis/against-today/against-words";
import { movingTo } from "@/lib/analysis/against-today/moving";
import { movingFlips, type Turns } from "@/lib/analysis/against-today/moving-flips";
import { savingsOf } from "@/lib/analysis/against-today/savings";
import type { TrialDots } from "@/lib/analysis/uncertainty/difference-dots";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import { comparisonRows } from "@/lib/analysis/verdict/comparison";
import { flipsOf } from "@/lib/analysis/verdict/flips";
import { measureFirst } from "@/lib/analysis/verdict/measure-first";
import type { Verdict } from "@/lib/analysis/verdict/verdict";
import { verdictSentence } from "@/lib/analysis/verdict/verdict-words";
import { doubtWords, moneyWords, savingDoubtWords } from "@/lib/export/basis-words";
import type { Architecture } from "@/lib/model/architectures";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";
import { todayOf } from "@/lib/model/today-of";
import { AgainstTable } from "./against-table";
import { ComparisonTable } from "./comparison-table";
import { DifferenceDots, SavingDots } from "./dot-plot";
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
  /** Of these figures; null while trials run. */
  dots: TrialDots | null;
  /** The inputs that would change the answer alone; null while they are looked for. */
  turns: Turns | null;
  /** Whether these are of earlier figures, and what stands in their place until the first. */
  isTurningStale: boolean;
  pendingTurning: string;
  /** How many of what was drawn nobody has looked at. */
  untouched: number;
  /** What stands in place of the trials until they are in. */
  pending: string;
  /** Whose inputs lines lead to; null where they cannot be opened. */
  modelId: string | null;
  /** The name of the model, for files of charts. */
  model: string;
  canDownload?: boolean;
  /** Inputs that are named without figures. */
  hidden?: readonly string[];
  /** Where the evidence of figures comes from; left out where readers are not told. */
  evidence?: EvidenceFacts;
  note?: ReactNode;
  ref?: Ref<HTMLDivElement> | undefined;
}

/** The answer: the verdict, the comparison, what would flip it and what to measure first. The same on a model's page and behind a link. */
export function AnswerView(props: AnswerViewProps) {
  const { verdict, result, inputs, currency, startMonth, uncertainty, latest, dots, turns } = props;
  const {
    isTurningStale,
    pendingTurning,
    untouched,
    pending,
    modelId,
    model,
    canDownload = true,
    hidden = [],
    evidence = null,
    note,
    ref,
  } = props;
  const shown = uncertainty ?? latest;
  const [best, second] = result.ranking as [Architecture, Architecture];
  const by = verdict.kind === "targets" || verdict.kind === "none" ? "firstPlace" : "money";
  const doubt = uncertainty === null ? pending : doubtWords({ uncertainty, untouched, verdict, result, currency });
  const today = todayOf(inputs);
  const to = today && movingTo(result, today, uncertainty, verdict);
  const savingDoubt =
    uncertainty === null || today === null || to === null
      ? doubt
      : savingDoubtWords({ uncertainty, untouched, to, today, currency });
  const files = { model, canDownload };
  const table = {
    rows: comparisonRows(result, inputs, shown),
    currency,
    targets: { downtime: 1 - inputs.targetAvailability, annualLoss: inputs.targetAnnualLoss },
    isBehind: uncertainty === null,
    ...files,
  };
  const moved = to ?? result.ranking.find((name) => name !== today);
  const flipList = { pending: pendingTurning, isStale: isTurningStale, modelId };
  const head = { ref, note, ...(today !== null && { action: <AgainstSwitch /> }) };
  const totals = (
    <>
      <VerdictHead
        {...head}
        sentence={verdictSentence({ verdict, result, inputs, currency })}
        basis={`${moneyWords(inputs, startMonth)}; ${doubt}`}
      />
      <ComparisonTable {...table} hasToday={today !== null} />
    </>
  );
  return (
    <>
      <EitherOf
        today={today}
        totals={totals}
        againstToday={
          today === null ? null : (
            <>
              <VerdictHead
                {...head}
                sentence={againstSentence({ verdict, result, inputs, currency, today, uncertainty })}
                basis={`${moneyWords(inputs, startMonth)}; ${savingDoubt}`}
              />
              <AgainstTable
                {...table}
                savings={savingsOf(result, today, shown)}
                today={today}
                horizonMonths={inputs.horizonMonths}
              />
              <p className={styles.goingOn}>
                {goingOnWords({ verdict, result, inputs, currency, today, uncertainty }).join(" ")}
              </p>
            </>
          )
        }
      />
      {modelId === null ? null : <WouldHaveToBeTrue modelId={modelId} losing={result.ranking.slice(1)} />}
      <div className={styles.pair}>
        <EitherOf
          today={today}
          totals={<FlipList {...flipList} flips={turns && flipsOf(turns.turning, currency, hidden)} />}
          againstToday={<FlipList {...flipList} flips={turns && movingFlips(turns, to, currency, hidden)} />}
        />
        <div data-detail>
          <MeasureList
            list={shown && measureFirst(shown, by)}
            isStale={shown !== null && uncertainty === null}
            by={by}
            currency={currency}
            modelId={modelId}
            hidden={hidden}
            facts={evidence}
          />
        </div>
        <div data-detail>
          <EitherOf
            today={today}
            totals={
              <DifferenceDots
                {...files}
                first={best}
                rival={shown?.base.rival ?? second}
                dots={dots?.difference ?? []}
                currency={currency}
              />
            }
            againstToday={
              today === null || moved === undefined ? null : (
                <SavingDots {...files} to={moved} today={today} dots={dots?.saved[moved] ?? []} currency={currency} />
              )
            }
          />
        </div>
      </div>
    </>
  );
}

/** Of two views the one that the address asks for; where nothing runs today there is but one. */
function EitherOf({ today, ...views }: ComponentProps<typeof EitherView> & { today: Architecture | null }) {
  return today === null ? views.totals : <EitherView {...views} />;
}
