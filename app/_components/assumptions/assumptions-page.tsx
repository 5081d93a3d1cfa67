"use client";

import { useCallback, useDeferredValue, useMemo, useState } from "react";
import { downloadRows, fileName } from "@/app/_components/charts/download";
import { inputsOf } from "@/app/_components/document/model-kind";
import type { SaveModel } from "@/app/_components/document/saving/saved-model";
import { ModelNotices } from "@/app/_components/editor/model-notices";
import { OpenedHeader } from "@/app/_components/editor/opened-header";
import { type OfferedFigures, useOpenModel } from "@/app/_components/editor/use-open-model";
import { FiguresProvider } from "@/app/_components/figures/figures-context";
import { NewerFigures } from "@/app/_components/figures/newer-figures";
import { useInputFields } from "@/app/_components/inputs/use-input-fields";
import { useEvaluation } from "@/app/_components/results/use-evaluation";
import { useOwnRows } from "@/app/_components/results/use-own-rows";
import { PartsNav } from "@/app/_components/rows/parts-nav";
import type { ModelActions } from "@/app/_components/shell/model-menu";
import type { MenuEntry } from "@/app/_components/ui/menu/menu-entries";
import { useDoubt } from "@/app/_components/verdict/trials/use-doubt";
import { useViewSettings } from "@/app/_components/view/use-view-settings";
import { isChangedSince } from "@/lib/draft/changed-since";
import type { LastChanges } from "@/lib/draft/history";
import type { CostModelFull } from "@/lib/draft/model";
import { convertInputs } from "@/lib/model/currency";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { TemplateBases } from "@/lib/model/templates/declaration";
import { formatWhole } from "@/lib/value/format";
import { AssumptionControls } from "./assumption-controls";
import { assumptionFile } from "./assumption-file";
import { AssumptionTable } from "./assumption-table";
import { assumptionsOf } from "./assumptions";
import styles from "./assumptions.module.css";
import { type AssumptionFacts, foundAssumptions } from "./sorted-assumptions";
import { useOrder } from "./use-order";

interface AssumptionsPageProps {
  model: CostModelFull;
  /** The figures of the model's template, in dollars. */
  starting: Partial<Inputs>;
  bases: TemplateBases;
  /** As they were when the page was loaded. */
  changes: LastChanges;
  save: SaveModel;
  actions: ModelActions;
  /** What the organisation offers it. */
  figures: OfferedFigures;
}

/** The register of a model's assumptions: on what its answer rests, who stated it, and how much it matters. */
export function AssumptionsPage(props: AssumptionsPageProps) {
  const { model: initial, starting, bases, changes, save, actions, figures } = props;
  const open = useOpenModel(initial, save, { figures });
  const { loaded, opened, state, model } = open;
  const { draft } = state;
  const { currency, currencyRate, notes } = draft;
  const inputs = useMemo(() => inputsOf(draft), [draft]);
  const { problem } = useEvaluation(inputs, useOwnRows(draft));
  const drawn = useDeferredValue(useMemo(() => ({ draft, inputs }), [draft, inputs]));
  const rate = drawn.draft.currencyRate;
  const { trials, singles } = useDoubt(
    drawn,
    useMemo(() => convertInputs(starting, 1, rate), [starting, rate]),
    bases,
  );
  // Nothing of figures that are no longer on the page.
  const isDrawn = drawn.draft === draft;
  const swings = isDrawn ? singles.swings : null;
  const tried = isDrawn ? trials.fresh : null;
  const facts = useMemo(
    (): AssumptionFacts => ({
      swings,
      influences: tried && new Map(tried.inputs.map((one) => [one.key, one])),
      changes,
    }),
    [swings, tried, changes],
  );
  const fields = useInputFields({
    state,
    readOnly: !model.canEdit,
    starting,
    released: loaded.released,
    bases,
    onChange: opened.change,
  });
  const { declared, ofTemplate, starts } = fields;
  const [openKey, setOpenKey] = useState<InputKey | null>(null);
  const [query, setQuery] = useState("");
  const [settings, changeSettings] = useViewSettings();
  const { sort, evidence } = settings;
  const all = useMemo(
    () => assumptionsOf({ inputs, notes, currency }, { declared, ofTemplate, starts }, openKey),
    [inputs, notes, currency, declared, ofTemplate, starts, openKey],
  );
  const ordered = useOrder(all, sort, facts);
  const shown = ordered(foundAssumptions(all, query, evidence, openKey));
  const toggle = useCallback((key: InputKey) => setOpenKey((before) => (before === key ? null : key)), []);
  const before = useMemo(() => inputsOf(loaded), [loaded]);
  const isChangedHere = (key: InputKey) =>
    isChangedSince({ ...loaded, inputs: before }, { inputs, notes, currencyRate }, key);
  const files: MenuEntry[] = [
    {
      kind: "press",
      label: "Download this table as CSV",
      onPress: () => {
        const known = Object.fromEntries(Object.entries(changes).filter(([key]) => !isChangedHere(key as InputKey)));
        const rows = assumptionFile(shown, { ...facts, changes: known }, currency);
        return downloadRows(rows, fileName(`${draft.name} assumptions`, "csv"));
      },
    },
  ];
  const untouched = all.filter(({ isUntouched }) => isUntouched).length;
  return (
    <FiguresProvider offered={open.offered} draft={draft} canEdit={model.canEdit} onChange={opened.change}>
      <OpenedHeader open={open} page="assumptions" actions={actions} shown={files} />
      <div className={styles.page}>
        <PartsNav modelId={model.id} part="figures" />
        <ModelNotices open={open} actions={actions} problem={problem && `${problem} Change an input.`} />
        <NewerFigures />
        <p className={styles.lead}>
          {formatWhole(all.length)} inputs differ, are uncertain or have a note; {formatWhole(untouched)} of them nobody
          has looked at. Amounts are net present cost in {currency}: what an input moves between the first two
          architectures alone, from its low to its high; what it is worth to know comes from trials of all at once.
        </p>
        <AssumptionControls query={query} settings={settings} onQuery={setQuery} onChange={changeSettings} />
        <p role="status" className={styles.count}>
          {shown.length === 0
            ? "No assumption matches. Try another word."
            : `${formatWhole(shown.length)} of ${formatWhole(all.length)}`}
        </p>
        <AssumptionTable
          assumptions={shown}
          facts={facts}
          sort={sort}
          open={openKey}
          field={({ declared: input }) => fields.field(input, "unfolded")}
          isChangedHere={isChangedHere}
          onOpen={toggle}
          onSort={changeSettings}
        />
      </div>
    </FiguresProvider>
  );
}
