"use client";

import { useMemo } from "react";
import { inputsOf } from "@/app/_components/document/model-kind";
import type { SaveModel } from "@/app/_components/document/saving/saved-model";
import { ModelNotices } from "@/app/_components/editor/model-notices";
import { OpenedHeader } from "@/app/_components/editor/opened-header";
import { type OfferedFigures, useOpenModel } from "@/app/_components/editor/use-open-model";
import { FiguresProvider } from "@/app/_components/figures/figures-context";
import { useEvaluation } from "@/app/_components/results/use-evaluation";
import { useOwnRows } from "@/app/_components/results/use-own-rows";
import type { ModelActions } from "@/app/_components/shell/model-menu";
import type { CostModelFull } from "@/lib/draft/model";
import { declaredAt } from "@/lib/model/currency";
import type { RowsPart } from "@/lib/routes";
import { CloudBillPart } from "./cloud-bill/cloud-bill-part";
import { LinesPart } from "./lines-part";
import { MachinesPart } from "./machines/machines-part";
import { ParticipantsPart } from "./participants-part";
import { PartsNav } from "./parts-nav";
import styles from "./rows.module.css";
import { useAskedRow } from "./use-asked-row";
import { type ColumnNames, type RememberColumns, useColumnNames } from "./use-column-names";
import { useRowFigures } from "./use-row-figures";

interface RowsPageProps {
  part: RowsPart;
  model: CostModelFull;
  /** What the organisation reads columns of pasted tables as. */
  columns: ColumnNames;
  rememberColumns: RememberColumns;
  save: SaveModel;
  actions: ModelActions;
  /** What the organisation offers it. */
  figures: OfferedFigures;
}

const parts = {
  machines: MachinesPart,
  lines: LinesPart,
  participants: ParticipantsPart,
  "cloud-bill": CloudBillPart,
} as const;

/** What an organisation has, in rows: machines, equipment, people, participants. */
export function RowsPage({
  part,
  model: initial,
  columns,
  rememberColumns,
  save,
  actions,
  figures: offers,
}: RowsPageProps) {
  const open = useOpenModel(initial, save, { figures: offers });
  const { opened, state, model } = open;
  const { draft, followed, version } = state;
  const { currency, currencyRate, startMonth } = draft;
  const inputs = useMemo(() => inputsOf(draft), [draft]);
  const rows = useOwnRows(draft);
  const figures = useRowFigures(inputs, rows);
  const { result, problem } = useEvaluation(figures.inputs, figures.rows);
  const context = useMemo(
    () => ({ currency, declared: declaredAt(currencyRate), startMonth }),
    [currency, currencyRate, startMonth],
  );
  const Part = parts[part];
  const naming = useColumnNames(columns, (said) => rememberColumns(model.id, said));
  useAskedRow();
  return (
    <FiguresProvider offered={open.offered} draft={draft} canEdit={model.canEdit} onChange={opened.change}>
      <OpenedHeader open={open} page="assumptions" actions={actions} />
      <div className={styles.page}>
        <PartsNav modelId={model.id} part={part} />
        <ModelNotices open={open} actions={actions} problem={problem && `${problem} Change an input or a row.`} />
        <Part
          draft={draft}
          inputs={inputs}
          rows={rows}
          figures={figures}
          result={problem === null ? result : null}
          context={context}
          version={version}
          typedKinds={state.typed.participantKinds}
          kindsFault={state.faults.find(({ key }) => key === "participantKinds")?.message}
          followed={followed}
          readOnly={!model.canEdit}
          naming={naming}
          onChange={opened.change}
        />
      </div>
    </FiguresProvider>
  );
}
