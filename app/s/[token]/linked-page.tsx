import { type ReactNode, Suspense } from "react";
import { ChangedInputsTable, OwnLinesTable } from "@/app/_components/results/changed-inputs-table";
import { PayersTable } from "@/app/_components/results/tables/payers-table";
import { ServiceTable } from "@/app/_components/results/tables/service-table";
import { Notice } from "@/app/_components/ui/notice";
import { Scroller } from "@/app/_components/ui/page/scroller";
import { Section } from "@/app/_components/ui/page/section";
import { EitherView } from "@/app/_components/view/against-switch";
import { movingTo } from "@/lib/analysis/against-today/moving";
import { costBands } from "@/lib/analysis/uncertainty/cost-bands";
import { verdictOf } from "@/lib/analysis/verdict/verdict";
import type { LinkedThread } from "@/lib/comments/comment";
import { rowPlace } from "@/lib/draft/place";
import type { UncertainDraft } from "@/lib/draft/uncertainty/uncertainty-request";
import { changedKeys } from "@/lib/model/changed-keys";
import { convertInputs } from "@/lib/model/currency";
import { input, inputList } from "@/lib/model/inputs";
import { costsOf, payInputs, shownNetPresent } from "@/lib/model/pay/pay";
import { startingFigures } from "@/lib/model/templates";
import { todayOf } from "@/lib/model/today-of";
import type { LinkedModel, LinkedResult } from "@/lib/server/sharing/linked-model";
import type { UncertaintyRun } from "@/lib/server/uncertainty/run-uncertainty";
import { signedText } from "@/lib/value/describe-input";
import { formatNumber } from "@/lib/value/format";
import { LinkedAnswer } from "./linked-answer";
import { LinkedComments, LinkedMarker } from "./linked-comments";
import { type LinkedBands, LinkedCosts } from "./linked-costs";
import { LinkedFoot } from "./linked-foot";
import { LinkedHead } from "./linked-head";
import { LinkedMovements } from "./linked-movements";
import styles from "./linked-page.module.css";
import { LinkedVersion } from "./linked-version";
import { shownInputs } from "./shown-inputs";

type Evaluated = Exclude<LinkedResult, { problem: string }>;

interface LinkedPageProps {
  token: string;
  model: LinkedModel;
  evaluated: LinkedResult;
  /** The figures that the trials rest on, with pay: for the server alone. */
  whole: UncertainDraft;
  /** The trials of these figures, which the page does not wait for; null where they cannot be run just now. */
  run: Promise<UncertaintyRun | null> | null;
  threads: readonly LinkedThread[];
  mayDownload: boolean;
  isSignedIn: boolean;
}

/**
 * A model to be read. The server works it out: of the result only costs and finished sentences and tables leave it, and
 * what the link leaves out is not in them.
 */
export function LinkedPage({ token, model, evaluated, whole, run, threads, mayDownload, isSignedIn }: LinkedPageProps) {
  const { currency, leavesOutPay: isPayPooled } = model;
  const marker = <LinkedMarker threads={threads} subject={{ kind: "result", key: "answer" }} />;
  return (
    <div className={styles.page}>
      <LinkedHead model={model} mayDownload={mayDownload} />
      <LinkedVersion model={model} />
      {"problem" in evaluated ? (
        <Notice tone="wrong" title="These inputs have no result">
          <p>{evaluated.problem}</p>
        </Notice>
      ) : (
        <>
          <Suspense fallback={<LinkedAnswer {...{ model, evaluated, whole, marker, mayDownload }} run="running" />}>
            <Awaited run={run}>
              {(done) => <LinkedAnswer {...{ model, evaluated, whole, marker, mayDownload }} run={done} />}
            </Awaited>
          </Suspense>
          <LinkedCosts
            result={costsOf(evaluated.result, isPayPooled)}
            bands={run?.then((done) => linkedBands(evaluated, done)) ?? null}
            today={todayOf(evaluated.inputs)}
            netPresent={shownNetPresent(evaluated.netPresent(), isPayPooled)}
            discountRate={signedText(input.discountRate, evaluated.inputs.discountRate)}
            currency={currency}
            calendar={{ startMonth: model.startMonth, fiscalYearStart: model.fiscalYearStart }}
            model={model.name}
            isPayPooled={isPayPooled}
            canDownload={mayDownload}
          >
            <div className={styles.pair}>
              <Section title="Who pays" unit={`${currency}, over ${evaluated.result.months.length - 1} months`}>
                <LinkedPayers evaluated={evaluated} currency={currency} />
              </Section>
              <Section title="Service" unit="each figure against its target">
                <ServiceTable result={evaluated.result} inputs={evaluated.inputs} />
              </Section>
            </div>
          </LinkedCosts>
          <div className={styles.rest} data-detail>
            <Suspense fallback={<LinkedMovements singles={null} model={model} canDownload={mayDownload} />}>
              <Awaited run={run}>
                {(done) => (
                  <LinkedMovements
                    singles={done?.kind === "done" ? (done.singles ?? null) : null}
                    model={model}
                    canDownload={mayDownload}
                  />
                )}
              </Awaited>
            </Suspense>
          </div>
        </>
      )}
      <div className={styles.rest} data-detail>
        <LinkedInputs model={model} threads={threads} />
      </div>
      {model.leavesOutComments ? null : <LinkedComments model={model} threads={threads} />}
      <LinkedFoot
        token={token}
        model={model}
        mayDownload={mayDownload}
        hasToday={!("problem" in evaluated) && todayOf(evaluated.inputs) !== null}
        isSignedIn={isSignedIn}
      />
    </div>
  );
}

/** Who pays, or who saves against what runs today, as the address says. */
function LinkedPayers({ evaluated: { result, inputs }, currency }: { evaluated: Evaluated; currency: string }) {
  const today = todayOf(inputs);
  const totals = <PayersTable result={result} currency={currency} />;
  if (today === null) return totals;
  return (
    <EitherView totals={totals} againstToday={<PayersTable result={result} currency={currency} against={today} />} />
  );
}

function linkedBands({ result, inputs }: Evaluated, run: UncertaintyRun | null): LinkedBands | null {
  if (run?.kind !== "done") return null;
  const uncertainty = run.document;
  const today = todayOf(inputs);
  const to = today && movingTo(result, today, uncertainty, verdictOf({ result, inputs, uncertainty }));
  return { ...costBands(uncertainty), movingTo: to };
}

async function Awaited(props: { run: LinkedPageProps["run"]; children: (run: UncertaintyRun | null) => ReactNode }) {
  return props.children(await props.run);
}

/** The figures that a model rests on beside the defaults, as far as the link shows them. */
function LinkedInputs({ model, threads }: { model: LinkedModel; threads: readonly LinkedThread[] }) {
  const { starting, bases } = startingFigures(model.templateKey);
  const draft = { ...model, inputs: shownInputs(model) };
  const changed = changedKeys(draft).length;
  const inputCount = inputList.length - (model.leavesOutPay ? payInputs.length : 0);
  return (
    <>
      <Section title="Inputs that differ from the defaults" unit={`${formatNumber(changed)} of ${inputCount}`}>
        {changed === 0 ? (
          <p className={styles.words}>None: every input that is shown has its default.</p>
        ) : (
          <Scroller label="Table of inputs that differ">
            <ChangedInputsTable
              draft={draft}
              starting={convertInputs(starting, 1, model.currencyRate)}
              bases={bases}
              beside={(key) => <LinkedMarker threads={threads} subject={{ kind: "input", key }} />}
            />
          </Scroller>
        )}
      </Section>
      {model.customLines.length === 0 ? null : (
        <Section title="Own lines" unit={model.currency}>
          <Scroller label="Table of own lines">
            <OwnLinesTable
              lines={model.customLines}
              currency={model.currency}
              beside={(key) => <LinkedMarker threads={threads} subject={rowPlace("customLines", { id: key })} />}
            />
          </Scroller>
        </Section>
      )}
    </>
  );
}
