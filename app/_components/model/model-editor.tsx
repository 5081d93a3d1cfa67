"use client";

import { Button, SegmentedControl } from "@mantine/core";
import dynamic from "next/dynamic";
import { useCallback, useDeferredValue, useMemo, useReducer, useRef, useState } from "react";
import { answerSentences } from "@/lib/analysis/answer";
import type { OwnRanges } from "@/lib/analysis/input-range";
import { type Architecture, type View, viewNames, views } from "@/lib/model/architectures";
import { completeInputs, convertInputs } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import { workedExampleOf } from "@/lib/model/worked-examples";
import { checkInputs } from "@/lib/schemas/inputs";
import type { CostModelFull, Fault, ModelDraft, ReadFigures, SaveOutcome } from "@/lib/schemas/model";
import { CommentMarker } from "../comments/comment-marker";
import { useComments } from "../comments/comments-context";
import { useModelEvents } from "../live/use-model-events";
import { Notice } from "../ui/notice";
import { Section } from "../ui/section";
import { useIsMounted } from "../ui/use-is-mounted";
import { EnergyTable } from "../verdict/energy-table";
import { EqualiseService } from "../verdict/equalise-service";
import { ownRanges } from "../verdict/own-ranges";
import { ReportEnd, ReportHead } from "../verdict/report";
import { RestsOn } from "../verdict/rests-on";
import { ScaleCost } from "../verdict/scale-cost";
import { untouchedAssumptions } from "../verdict/untouched-assumptions";
import { useVerdict } from "../verdict/use-verdict";
import verdicts from "../verdict/verdict.module.css";
import { VerdictLines } from "../verdict/verdict-lines";
import { Answer } from "./answer";
import { ClashNotice } from "./clash-notice";
import { CumulativeCost, YearlyCost } from "./cost-charts";
import { FiguresTable } from "./figures-table";
import { InputsPanel } from "./inputs-panel";
import styles from "./model-editor.module.css";
import { ModelHeader } from "./model-header";
import { changeModel, draftOf, initialState, type ModelChange, type ModelState } from "./model-state";
import { newestKnown, rememberedClashes } from "./newest-known";
import { NotSavedNotice } from "./not-saved-notice";
import { PayersTable } from "./payers-table";
import { PrintedTable } from "./printed-table";
import { ReadOnlyNotice } from "./read-only-notice";
import { ServiceTable } from "./service-table";
import type { Unarchive } from "./unarchive-button";
import { useAskedInput } from "./use-asked-input";
import { useAutosave } from "./use-autosave";
import { useEvaluation } from "./use-evaluation";
import { useUndoKeys } from "./use-undo-keys";

// Only on narrow windows, and only once it is asked for.
const InputsSheet = dynamic(() => import("./inputs-sheet"), { ssr: false });
/** Only whoever imports a file needs it. */
const ImportFigures = dynamic(() => import("./import-figures").then((module) => module.ImportFigures));

interface ModelEditorProps {
  model: CostModelFull;
  /** The figures of the model's template, */
  starting: Partial<Inputs>;
  /** and what they rest on. */
  bases: Readonly<Partial<Record<InputKey, string>>>;
  /** Makes a copy of it, for whoever may only read. */
  saveCopy: (id: string) => Promise<{ ok: true; id: string } | { ok: false; faults: Fault[] }>;
  readFigures: (id: string, given: { csv: string; draft: ModelDraft }) => Promise<ReadFigures>;
  save: (id: string, change: { revision: number; draft: ModelDraft; kept?: number }) => Promise<SaveOutcome>;
  unarchive: Unarchive;
}

const reduce = (state: ModelState, change: ModelChange) =>
  changeModel(state, change, (inputs, rate) => {
    const checked = checkInputs(inputs, rate);
    return checked.ok ? [] : checked.faults;
  });

/** A model on its page: the answer and its figures, and the inputs from which they follow as one types. */
export function ModelEditor(props: ModelEditorProps) {
  const { model: given, starting, bases, saveCopy, readFigures, save, unarchive } = props;
  const [model] = useState(() => newestKnown(given));
  const [state, change] = useReducer(reduce, model, (opened) =>
    initialState(draftOf(opened), 0, rememberedClashes(opened.id)),
  );
  const [view, setView] = useState<View>("cash");
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [hasSheet, setSheet] = useState(false);
  const [isImporting, setImporting] = useState(false);
  const answer = useRef<HTMLDivElement>(null);
  const { draft, version } = state;
  // The newest draft whose figures are drawn: typing goes first, and what it changes follows.
  const drawn = useDeferredValue(draft);
  const inputs = useMemo(() => completeInputs(drawn.inputs, drawn.currencyRate), [drawn.inputs, drawn.currencyRate]);
  const { startMonth, fiscalYearStart } = drawn;
  const calendar = useMemo(() => ({ startMonth, fiscalYearStart }), [startMonth, fiscalYearStart]);
  const { result, problem } = useEvaluation(inputs, drawn.customLines);
  useUndoKeys(model.canEdit, change);
  const autosave = useAutosave({
    model,
    state,
    save: useCallback(
      (revision, given, kept) => save(model.id, { revision, draft: given, ...(kept !== 1 && { kept }) }),
      [save, model.id],
    ),
    onChange: change,
  });
  const people = useModelEvents(model.id, model.revision, {
    onModel: autosave.heard,
    onComments: useComments()?.follow,
  });

  function openSheet() {
    setSheet(true);
    setSheetOpen(true);
    // The sheet leaves the upper half: what it changes is moved there.
    answer.current?.scrollIntoView();
  }

  const figures = useMemo(() => convertInputs(starting, 1, drawn.currencyRate), [starting, drawn.currencyRate]);
  const untouched = useMemo(
    () => untouchedAssumptions(inputs, figures, bases, drawn.currencyRate),
    [inputs, figures, bases, drawn.currencyRate],
  );
  const sentences = useMemo(
    () => (result === null ? [] : answerSentences(result, inputs, drawn.currency)),
    [result, inputs, drawn.currency],
  );
  // A note that is typed changes no range: the verdict is not worked out anew for it.
  const rangesText = JSON.stringify(ownRanges(drawn.notes));
  const ranges = useMemo(() => JSON.parse(rangesText) as OwnRanges, [rangesText]);
  const verdict = useVerdict({ inputs, lines: drawn.customLines, rate: drawn.currencyRate, ranges, untouched });
  const asked = useAskedInput(openSheet);
  const isMounted = useIsMounted();
  const example = workedExampleOf(model.templateKey);
  const panel = <InputsPanel state={state} readOnly={!model.canEdit} bases={bases} asked={asked} onChange={change} />;

  return (
    <div className={styles.page} data-sheet={isSheetOpen || undefined}>
      <div className={styles.content}>
        <ModelHeader
          model={model}
          version={version + (state.followed.name ?? 0)}
          name={draft.name}
          state={autosave.state}
          people={people}
          onRename={(name) => change({ kind: "rename", name })}
          onLeave={() => change({ kind: "leave" })}
          onRetry={autosave.retry}
          onImport={() => setImporting(true)}
        />
        <ReadOnlyNotice model={model} saveCopy={saveCopy} unarchive={unarchive} />
        {autosave.state.kind === "refused" ? (
          <NotSavedNotice
            message={autosave.state.message}
            mine={draft}
            templateKey={model.templateKey}
            onRetry={autosave.retry}
          />
        ) : null}
        <ClashNotice
          clashes={state.clashes}
          currency={state.draft.currency}
          onKeepMine={(place) => change({ kind: "keepMine", place })}
          onTakeTheirs={(place) => change({ kind: "takeTheirs", place })}
        />
        {problem === null ? null : (
          <Notice tone="wrong" title="These inputs have no result">
            <p>
              {problem}{" "}
              {result === null ? "Change an input." : "The figures below are the last that could be worked out."}
            </p>
          </Notice>
        )}
        {result === null ? null : (
          <>
            <ReportHead model={model} draft={drawn} />
            <Answer ref={answer} sentences={sentences} />
            <div className={styles.verdictLines}>
              <VerdictLines verdict={verdict} first={result.ranking[0] as Architecture} />
              <CommentMarker subject={{ kind: "result", key: "answer" }} isAlwaysShown />
            </div>
            <div className={styles.charts}>
              <CumulativeCost result={result} currency={drawn.currency} calendar={calendar} model={drawn.name} />
              <YearlyCost
                result={result}
                currency={drawn.currency}
                calendar={calendar}
                view={view}
                model={drawn.name}
              />
            </div>
            <div className={verdicts.pair}>
              <ScaleCost verdict={verdict} ranking={result.ranking} currency={drawn.currency} model={drawn.name} />
              <div className={verdicts.stack}>
                <Section title="Who pays" unit={`${drawn.currency}, over ${result.months.length - 1} months`}>
                  <PayersTable result={result} currency={drawn.currency} />
                </Section>
                <Section title="Energy and carbon" unit={`over ${result.months.length - 1} months`}>
                  <EnergyTable result={result} />
                </Section>
              </div>
            </div>
            <RestsOn verdict={verdict} currency={drawn.currency} />
            <EqualiseService
              equalise={verdict.equalise}
              inputs={inputs}
              result={result}
              currency={drawn.currency}
              readOnly={!model.canEdit}
              onChange={change}
            >
              <ServiceTable result={result} inputs={inputs} />
            </EqualiseService>
            <Section
              title="The figures"
              unit={`${drawn.currency}, by year and category`}
              action={
                <SegmentedControl
                  size="xs"
                  aria-label="How purchases are spread over time"
                  value={view}
                  onChange={(value) => setView(value as View)}
                  data={views.map((value) => ({ value, label: viewNames[value] }))}
                />
              }
            >
              <FiguresTable result={result} view={view} currency={drawn.currency} calendar={calendar} />
            </Section>
            {example === undefined ? null : (
              <Section title="From print" unit={`published figures beside those of this model: ${example.title}`}>
                <PrintedTable
                  title={example.title}
                  rows={example.figures.map((figure) => ({ ...figure, here: figure.of(result) }))}
                />
              </Section>
            )}
            <ReportEnd draft={drawn} starting={figures} bases={bases} />
          </>
        )}
      </div>
      <aside className={styles.inputs} aria-label="Inputs">
        <h2 className={styles.inputsTitle}>Inputs</h2>
        {/* What is typed before the page listens would be shown and not reckoned with. */}
        <fieldset className={styles.controls} disabled={!isMounted}>
          {panel}
        </fieldset>
      </aside>
      <div className={styles.sheetBar}>
        <Button fullWidth onClick={openSheet}>
          {model.canEdit ? "Change inputs" : "Show inputs"}
        </Button>
      </div>
      {hasSheet ? (
        <InputsSheet isOpen={isSheetOpen} onClose={() => setSheetOpen(false)}>
          {panel}
        </InputsSheet>
      ) : null}
      {isImporting ? (
        <ImportFigures
          draft={draft}
          read={(csv) => readFigures(model.id, { csv, draft })}
          onImport={(imported) => change({ kind: "import", draft: imported })}
          onClose={() => setImporting(false)}
        />
      ) : null}
    </div>
  );
}
