"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useCallback, useDeferredValue, useMemo, useRef, useState } from "react";
import { draftOf, openModel, type SentDraft } from "@/app/_components/document/model-kind";
import type { SaveModel } from "@/app/_components/document/saving/saved-model";
import { FiguresProvider } from "@/app/_components/figures/figures-context";
import { NewerFiguresLine } from "@/app/_components/figures/newer-figures";
import { InputsPanel } from "@/app/_components/inputs/inputs-panel";
import { KeyInputsContext, useKeyInputs } from "@/app/_components/inputs/key/use-key-inputs";
import { useAskedInput } from "@/app/_components/inputs/use-asked-input";
import { NothingSaved } from "@/app/_components/live/nothing-saved";
import { useEvaluation } from "@/app/_components/results/use-evaluation";
import { useOwnRows } from "@/app/_components/results/use-own-rows";
import { ReportHead } from "@/app/_components/sensitivity/report";
import type { ModelActions } from "@/app/_components/shell/model-menu";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { matchedWords } from "@/app/_components/verdict/matched-words";
import { ModelAnswer } from "@/app/_components/verdict/model-answer";
import { useDoubt } from "@/app/_components/verdict/trials/use-doubt";
import type { LastChanges } from "@/lib/draft/history";
import type { CostModelFull, ReadFigures } from "@/lib/draft/model";
import { completeInputs, convertInputs } from "@/lib/model/currency";
import type { Inputs } from "@/lib/model/inputs";
import type { TemplateBases } from "@/lib/model/templates/declaration";
import { modelVersion } from "@/lib/model/version";
import { AnswerNote } from "./answer-note";
import styles from "./model-editor.module.css";
import { ModelFigures } from "./model-figures";
import { ModelNotices } from "./model-notices";
import { OpenedHeader } from "./opened-header";
import { PublishedCase } from "./published-case";
import { SheetBar } from "./sheet-bar";
import { type OfferedFigures, useOpenModel } from "./use-open-model";
import type { MoveModel } from "./version-notice";

// Only on narrow windows, and only once it is opened.
const InputsSheet = dynamic(() => import("@/app/_components/inputs/inputs-sheet"), { ssr: false });
/** Only people who import a file need it. */
const ImportFigures = dynamic(() => import("./import-figures").then((module) => module.ImportFigures));

/** Only for a model of an earlier version. */
const VersionNotice = dynamic(() => import("./version-notice"));

interface ModelEditorProps {
  model: CostModelFull;
  /** What was decided by it; null where nothing was. */
  decided: ReactNode;
  /** The figures of the model's template. */
  starting: Partial<Inputs>;
  /** The bases of those figures. */
  bases: TemplateBases;
  /** As they were when the page was loaded. */
  changes: Promise<LastChanges>;
  readFigures: (id: string, input: { csv: string; draft: SentDraft }) => Promise<ReadFigures>;
  save: SaveModel;
  actions: ModelActions;
  move: MoveModel;
  /** What the organisation offers it. */
  figures: OfferedFigures;
}

/** A model on its page: its answer and figures, and the inputs that change them while a person types. */
export function ModelEditor(props: ModelEditorProps) {
  const {
    model: initial,
    decided,
    starting,
    bases,
    changes,
    readFigures,
    save,
    actions,
    move,
    figures: offers,
  } = props;
  const open = useOpenModel(initial, save, { figures: offers });
  const { loaded, opened, state, saving, now, model } = open;
  const { ended } = now;
  const { change } = opened;
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [hasSheet, setSheet] = useState(false);
  const [isImporting, setImporting] = useState(false);
  const answer = useRef<HTMLDivElement>(null);
  const menuButton = useRef<HTMLButtonElement>(null);
  const { draft } = state;
  const inputs = useMemo(() => completeInputs(draft.inputs, draft.currencyRate), [draft.inputs, draft.currencyRate]);
  const rows = useOwnRows(draft);
  // The field shows a key at once. Answer and figures are worked out and drawn after it, and the next key goes before them.
  const asked = useDeferredValue(useMemo(() => ({ draft, inputs, rows }), [draft, inputs, rows]));
  const { result, problem } = useEvaluation(asked.inputs, asked.rows);
  const drawn = useMemo(() => ({ draft: asked.draft, inputs: asked.inputs, result }), [asked, result]);

  const openSheet = useCallback(() => {
    setSheet(true);
    setSheetOpen(true);
    // The sheet leaves the upper half visible: the answer is scrolled there.
    answer.current?.scrollIntoView();
  }, []);

  const openImport = useCallback(() => setImporting(true), []);
  const figures = useMemo(
    () => convertInputs(starting, 1, drawn.draft.currencyRate),
    [starting, drawn.draft.currencyRate],
  );
  const doubt = useDoubt(drawn, figures, bases, { draft, inputs });
  const match = doubt.singles.matched;
  const matched = drawn.result && matchedWords(drawn.result, match);
  const note = useMemo(
    () => (
      <AnswerNote
        matched={matched}
        onMatch={model.canEdit && match ? () => change({ kind: "set", values: match.changes }) : null}
      />
    ),
    [matched, match, model.canEdit, change],
  );
  const keyInputs = useKeyInputs(doubt.singles.swings);
  const requestedInput = useAskedInput(openSheet);
  const shared = { draft: drawn.draft, inputs: drawn.inputs, doubt, starting: figures };
  const panel = (
    <KeyInputsContext value={doubt.singles.hasFailed ? null : keyInputs}>
      <NothingSaved ended={ended} />
      <InputsPanel
        state={state}
        readOnly={!model.canEdit}
        starting={starting}
        released={loaded.released}
        bases={bases}
        asked={requestedInput}
        onChange={change}
      />
    </KeyInputsContext>
  );

  return (
    <FiguresProvider offered={open.offered} draft={draft} canEdit={model.canEdit} onChange={change}>
      <OpenedHeader open={open} page="answer" actions={actions} onImport={openImport} menuButton={menuButton} />
      <div className={styles.page} data-sheet={isSheetOpen || undefined}>
        <div className={styles.content}>
          {model.modelVersion === modelVersion || ended === "gone" ? null : (
            <VersionNotice model={model} draft={drawn.draft} isSaved={saving.kind === "saved"} move={move} />
          )}
          <NewerFiguresLine modelId={model.id} />
          {decided === null ? null : <p className={styles.decided}>{decided}</p>}
          <ModelNotices
            open={open}
            actions={actions}
            problem={
              problem &&
              `${problem} ${result === null ? "Change an input." : "The figures below are the last that could be worked out."}`
            }
          />
          {drawn.result === null ? null : (
            <>
              <ReportHead model={model} draft={drawn.draft} />
              <PublishedCase templateKey={model.templateKey} result={drawn.result} />
              <ModelAnswer
                {...shared}
                ref={answer}
                modelId={model.id}
                result={drawn.result}
                loaded={loaded}
                changes={changes}
                note={note}
              />
              <ModelFigures {...shared} model={model} result={drawn.result} bases={bases} onChange={change} />
            </>
          )}
        </div>
        <aside id="inputs" className={styles.inputs} aria-label="Inputs" tabIndex={-1}>
          <h2 className={styles.inputsTitle}>Inputs</h2>
          <DisabledUntilHydrated>{panel}</DisabledUntilHydrated>
        </aside>
        <SheetBar canEdit={model.canEdit} onOpen={openSheet} />
        {hasSheet ? (
          <InputsSheet isOpen={isSheetOpen} onClose={() => setSheetOpen(false)}>
            {panel}
          </InputsSheet>
        ) : null}
        {isImporting && model.canEdit ? (
          <ImportFigures
            draft={draft}
            read={(csv) => readFigures(model.id, { csv, draft: draftOf(draft) })}
            onImport={(imported) => change({ kind: "import", draft: openModel(imported, draft.kept) })}
            onClose={() => {
              setImporting(false);
              menuButton.current?.focus();
            }}
          />
        ) : null}
      </div>
    </FiguresProvider>
  );
}
