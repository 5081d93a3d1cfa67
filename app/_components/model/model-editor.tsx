"use client";

import { Button, Drawer, SegmentedControl } from "@mantine/core";
import dynamic from "next/dynamic";
import { useCallback, useDeferredValue, useMemo, useReducer, useRef, useState } from "react";
import { answerSentences } from "@/lib/analysis/answer";
import type { OwnRanges } from "@/lib/analysis/input-range";
import { type Architecture, type View, viewNames, views } from "@/lib/model/architectures";
import { completeInputs, convertInputs } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import { workedExampleOf } from "@/lib/model/worked-examples";
import { checkInputs } from "@/lib/schemas/inputs";
import type { CostModelFull, ModelDraft, ReadFigures, SaveOutcome } from "@/lib/schemas/model";
import { CommentMarker } from "../comments/comment-marker";
import { Notice } from "../ui/notice";
import { Section } from "../ui/section";
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
import { CumulativeCost, YearlyCost } from "./cost-charts";
import { FiguresTable } from "./figures-table";
import { InputsPanel } from "./inputs-panel";
import styles from "./model-editor.module.css";
import { ModelHeader } from "./model-header";
import { changeModel, draftOf, initialState, type ModelChange, type ModelState } from "./model-state";
import { newestKnown } from "./newest-known";
import { PayersTable } from "./payers-table";
import { PrintedTable } from "./printed-table";
import { ReadOnlyNotice } from "./read-only-notice";
import { ServiceTable } from "./service-table";
import { StaleNotice } from "./stale-notice";
import { useAskedInput } from "./use-asked-input";
import { useAutosave } from "./use-autosave";
import { useEvaluation } from "./use-evaluation";
import { useUndoKeys } from "./use-undo-keys";

/** Only whoever imports a file needs it. */
const ImportFigures = dynamic(() => import("./import-figures").then((module) => module.ImportFigures));

interface ModelEditorProps {
  model: CostModelFull;
  /** The figures of the model's template, */
  starting: Partial<Inputs>;
  /** and what they rest on. */
  bases: Readonly<Partial<Record<InputKey, string>>>;
  readFigures: (id: string, given: { csv: string; draft: ModelDraft }) => Promise<ReadFigures>;
  save: (id: string, change: { revision: number; draft: ModelDraft }) => Promise<SaveOutcome>;
}

const reduce = (state: ModelState, change: ModelChange) =>
  changeModel(state, change, (inputs, rate) => {
    const checked = checkInputs(inputs, rate);
    return checked.ok ? [] : checked.faults;
  });

/** A model on its page: the answer and its figures, and the inputs from which they follow as one types. */
export function ModelEditor({ model: given, starting, bases, readFigures, save }: ModelEditorProps) {
  const [model] = useState(() => newestKnown(given));
  const [state, change] = useReducer(reduce, model, (opened) => initialState(draftOf(opened)));
  const [view, setView] = useState<View>("cash");
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [isImporting, setImporting] = useState(false);
  const answer = useRef<HTMLDivElement>(null);
  const { draft, version } = state;
  const inputs = useMemo(() => completeInputs(draft.inputs, draft.currencyRate), [draft.inputs, draft.currencyRate]);
  const { result, problem } = useEvaluation(inputs, draft.customLines);
  useUndoKeys(model.canEdit, change);
  const autosave = useAutosave({
    model,
    draft,
    save: useCallback((revision, given) => save(model.id, { revision, draft: given }), [save, model.id]),
    onTheirs: useCallback((theirs: ModelDraft) => change({ kind: "replace", draft: theirs }), []),
  });

  function openSheet() {
    setSheetOpen(true);
    // The sheet leaves the upper half: what it changes is moved there.
    answer.current?.scrollIntoView();
  }

  const figures = useMemo(() => convertInputs(starting, 1, draft.currencyRate), [starting, draft.currencyRate]);
  const untouched = useMemo(
    () => untouchedAssumptions(inputs, figures, bases, draft.currencyRate),
    [inputs, figures, bases, draft.currencyRate],
  );
  // A note that is typed changes no range: the verdict is not worked out anew for it.
  const rangesText = JSON.stringify(ownRanges(draft.notes));
  const ranges = useMemo(() => JSON.parse(rangesText) as OwnRanges, [rangesText]);
  const verdict = useVerdict({
    inputs: useDeferredValue(inputs),
    lines: draft.customLines,
    rate: draft.currencyRate,
    ranges,
    untouched,
  });
  const asked = useAskedInput(openSheet);
  const example = workedExampleOf(model.templateKey);
  const panel = <InputsPanel state={state} readOnly={!model.canEdit} bases={bases} asked={asked} onChange={change} />;

  return (
    <div className={styles.page} data-sheet={isSheetOpen || undefined}>
      <div className={styles.content}>
        <ModelHeader
          model={model}
          version={version}
          name={draft.name}
          state={autosave.state}
          onRename={(name) => change({ kind: "rename", name })}
          onLeave={() => change({ kind: "leave" })}
          onImport={() => setImporting(true)}
        />
        <ReadOnlyNotice model={model} />
        {autosave.state.kind === "stale" ? (
          <StaleNotice
            current={autosave.state.current}
            mine={draft}
            onKeepMine={autosave.keepMine}
            onTakeTheirs={autosave.takeTheirs}
          />
        ) : null}
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
            <ReportHead model={model} draft={draft} />
            <Answer ref={answer} sentences={answerSentences(result, inputs, draft.currency)} />
            <div className={styles.verdictLines}>
              <VerdictLines verdict={verdict} first={result.ranking[0] as Architecture} />
              <CommentMarker subject={{ kind: "result", key: "answer" }} isAlwaysShown />
            </div>
            <div className={styles.charts}>
              <CumulativeCost result={result} currency={draft.currency} model={draft.name} />
              <YearlyCost result={result} currency={draft.currency} view={view} model={draft.name} />
            </div>
            <div className={verdicts.pair}>
              <ScaleCost verdict={verdict} ranking={result.ranking} currency={draft.currency} model={draft.name} />
              <div className={verdicts.stack}>
                <Section title="Who pays" unit={`${draft.currency}, over ${result.months.length - 1} months`}>
                  <PayersTable result={result} currency={draft.currency} />
                </Section>
                <Section title="Energy and carbon" unit={`over ${result.months.length - 1} months`}>
                  <EnergyTable result={result} />
                </Section>
              </div>
            </div>
            <RestsOn verdict={verdict} currency={draft.currency} />
            <EqualiseService
              equalise={verdict.equalise}
              inputs={inputs}
              result={result}
              currency={draft.currency}
              readOnly={!model.canEdit}
              onChange={change}
            >
              <ServiceTable result={result} inputs={inputs} />
            </EqualiseService>
            <Section
              title="The figures"
              unit={`${draft.currency}, by year and category`}
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
              <FiguresTable result={result} view={view} currency={draft.currency} />
            </Section>
            {example === undefined ? null : (
              <Section title="From print" unit={`published figures beside those of this model: ${example.title}`}>
                <PrintedTable
                  title={example.title}
                  rows={example.figures.map((figure) => ({ ...figure, here: figure.of(result) }))}
                />
              </Section>
            )}
            <ReportEnd draft={draft} starting={figures} bases={bases} />
          </>
        )}
      </div>
      <aside className={styles.inputs} aria-label="Inputs">
        <h2 className={styles.inputsTitle}>Inputs</h2>
        {panel}
      </aside>
      <div className={styles.sheetBar}>
        <Button fullWidth onClick={openSheet}>
          {model.canEdit ? "Change inputs" : "Show inputs"}
        </Button>
      </div>
      <Drawer
        opened={isSheetOpen}
        onClose={() => setSheetOpen(false)}
        position="bottom"
        size="42%"
        title="Inputs"
        withOverlay={false}
        lockScroll={false}
        closeButtonProps={{ "aria-label": "Close the inputs" }}
        classNames={{ content: styles.sheet ?? "", header: styles.sheetHeader ?? "", title: styles.inputsTitle ?? "" }}
      >
        {panel}
      </Drawer>
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
