"use client";

import { Button, Group } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import { download, fileName } from "@/app/_components/charts/download";
import { isFound } from "@/app/_components/inputs/input-search";
import { CompactSelect } from "@/app/_components/ui/fields/compact-select";
import { SearchField } from "@/app/_components/ui/fields/search-field";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import {
  type FigureBook,
  type Follower,
  isDueForReview,
  type OrganisationFigure,
  type RemovedFigure,
} from "@/lib/draft/figures/organisation-figure";
import type { NamedColumns } from "@/lib/import/rows/named-columns";
import { type InputKey, input } from "@/lib/model/inputs";
import type { CalendarDay } from "@/lib/value/calendar";
import type { CsvFormat } from "@/lib/value/csv-format";
import { formatWhole } from "@/lib/value/format";
import { groupOf, inputName } from "@/lib/value/input-name";
import { ColumnsPart } from "./columns-part";
import { CurrencyPart } from "./currency-part";
import type { FigureActions } from "./figure-actions";
import type { WithHistory } from "./figure-history";
import { FigureTable } from "./figure-table";
import styles from "./figures.module.css";
import { LinesPart } from "./lines-part";
import { NewerNotice } from "./newer-notice";
import { RemovedPart } from "./removed-part";

// Each comes with what it checks, which few visits need.
const FigureDialog = dynamic(() => import("./figure-dialog"), { ssr: false });
const FigureHistory = dynamic(() => import("./figure-history"), { ssr: false });
const ImportFigures = dynamic(() => import("./import-figures"), { ssr: false });

interface FiguresViewProps {
  organisationId: string;
  book: FigureBook;
  /** How many changes it is the result of. */
  changes: number;
  /** What it reads columns of pasted tables as. */
  columns: readonly NamedColumns[];
  /** What the organisation has stated before, and no longer does. */
  removed: readonly RemovedFigure[];
  followers: readonly Follower[];
  canEdit: boolean;
  /** As the person's files are written. */
  csvFormat: CsvFormat;
  today: CalendarDay;
  actions: FigureActions;
}

type Filter = "all" | "due" | "older";
type Open = { kind: "edit"; key: InputKey | null } | { kind: "history"; of: WithHistory } | { kind: "import" };

/** The figures of an organisation, and what can be done with them. */
export function FiguresView(props: FiguresViewProps) {
  const { organisationId, book, changes, columns, removed, followers, canEdit, csvFormat, today, actions } = props;
  const [query, setQuery] = useState("");
  const [filter, setFilter] = useState<Filter>("all");
  const [open, setOpen] = useState<Open | null>(null);
  const { figures } = book;
  const isDue = ({ content }: OrganisationFigure) => isDueForReview(content, today);
  const hasOlder = ({ id }: OrganisationFigure) => followers.some(({ figure, isOlder }) => figure === id && isOlder);
  const filters: Record<Filter, (figure: OrganisationFigure) => boolean> = {
    all: () => true,
    due: isDue,
    older: hasOlder,
  };
  const shown = figures.filter(filters[filter]).filter(({ key, content }) => {
    const written = [content.owner, content.note, content.source].filter(Boolean).join(" ");
    return isFound(query, input[key], groupOf.get(key) ?? "", written);
  });
  const due = figures.filter(isDue).length;
  const older = figures.filter(hasOlder).length;
  const close = () => setOpen(null);
  const onHistory = (of: WithHistory) => setOpen({ kind: "history", of });
  async function takeFile() {
    const [{ figuresCsv }, { byteOrderMark }] = await Promise.all([
      import("@/lib/export/figures-csv"),
      import("@/lib/export/csv"),
    ]);
    const content = byteOrderMark + figuresCsv(figures, csvFormat);
    download(new Blob([content], { type: "text/csv;charset=utf-8" }), fileName("figures", "csv"));
  }
  const shared = { organisationId, canEdit };
  return (
    <>
      <NewerNotice organisationId={organisationId} changes={changes} countChanges={actions.countChanges} />
      <DisabledUntilHydrated>
        <div className={styles.controls}>
          <SearchField label="Search the figures" value={query} onChange={setQuery} />
          <CompactSelect<Filter>
            label="Which figures"
            value={filter}
            onChange={setFilter}
            choices={[
              { value: "all", label: "All figures" },
              { value: "due", label: `Due for review (${due})` },
              { value: "older", label: `Older in a model (${older})` },
            ]}
          />
          <Group gap="xs" className={styles.buttons}>
            {canEdit ? (
              <>
                <Button size="xs" onClick={() => setOpen({ kind: "edit", key: null })}>
                  Add a figure
                </Button>
                <Button size="xs" variant="default" onClick={() => setOpen({ kind: "import" })}>
                  Import CSV
                </Button>
              </>
            ) : null}
            <Button size="xs" variant="default" disabled={figures.length === 0} onClick={takeFile}>
              Download CSV
            </Button>
          </Group>
        </div>
      </DisabledUntilHydrated>
      {figures.length === 0 ? (
        <p className={styles.lead}>
          {canEdit
            ? "No figure is stated yet. Begin with what every model asks for and few people know: salaries, prices that were negotiated, rates."
            : "No figure is stated yet."}
        </p>
      ) : (
        <>
          <p role="status" className={styles.count}>
            {shown.length === 0
              ? "No figure matches. Try another word."
              : `${formatWhole(shown.length)} of ${formatWhole(figures.length)}${due > 0 ? `, ${formatWhole(due)} due for review` : ""}`}
          </p>
          {shown.length === 0 ? null : (
            <FigureTable
              figures={shown}
              followers={followers}
              today={today}
              onEdit={canEdit ? (key) => setOpen({ kind: "edit", key }) : null}
              onHistory={({ id, key, revision }) =>
                onHistory({ id, part: "inputs", key, revision, name: inputName(input[key]) })
              }
            />
          )}
        </>
      )}
      <CurrencyPart {...shared} book={book} changeCurrency={actions.changeCurrency} />
      <LinesPart {...shared} book={book} csvFormat={csvFormat} actions={actions} onHistory={onHistory} />
      <ColumnsPart {...shared} columns={columns} forgetColumns={actions.forgetColumns} />
      <RemovedPart removed={removed} onHistory={onHistory} />
      {open?.kind === "edit" ? (
        <FigureDialog
          organisationId={organisationId}
          book={book}
          inputKey={open.key}
          actions={actions}
          onClose={close}
        />
      ) : null}
      {open?.kind === "history" ? <FigureHistory {...shared} of={open.of} actions={actions} onClose={close} /> : null}
      {open?.kind === "import" ? (
        <ImportFigures organisationId={organisationId} book={book} actions={actions} onClose={close} />
      ) : null}
    </>
  );
}
