"use client";

import { Button, Group } from "@mantine/core";
import dynamic from "next/dynamic";
import { useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { download, fileName } from "@/app/_components/charts/download";
import { newRowId } from "@/app/_components/document/new-row-id";
import { useAction } from "@/app/_components/ui/action/use-action";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Section } from "@/app/_components/ui/page/section";
import { RowButton } from "@/app/_components/ui/records/row-button";
import type { FigureBook, LineContent, OrganisationLine } from "@/lib/draft/figures/organisation-figure";
import { type LineRow, type LineTable, lineTables } from "@/lib/model/rows/line-tables";
import { rowNames } from "@/lib/model/rows/table-names";
import type { CsvFormat } from "@/lib/value/csv-format";
import { rowName } from "@/lib/value/rows/row-words";
import { type FigureActions, statedLineOf } from "./figure-actions";
import type { WithHistory } from "./figure-history";
import styles from "./figures.module.css";
import { LineTable as TableOfLines } from "./line-table";

// Each comes with what it checks, which few visits need.
const LineDialog = dynamic(() => import("./line-dialog"), { ssr: false });
const ImportLines = dynamic(() => import("./import-lines"), { ssr: false });

interface LinesPartProps {
  organisationId: string;
  book: FigureBook;
  canEdit: boolean;
  csvFormat: CsvFormat;
  actions: FigureActions;
  onHistory: (of: WithHistory) => void;
}

type Open = { kind: "line"; table: LineTable; line: OrganisationLine | null } | { kind: "import" };

/** The usual lines of an organisation: what most of its models buy, employ and pay beyond the inputs. */
export function LinesPart({ organisationId, book, canEdit, csvFormat, actions, onHistory }: LinesPartProps) {
  const [open, setOpen] = useState<Open | null>(null);
  const { run, isPending, fault } = useAction({ failed: "The line was not saved" });
  const { currency, currencyRate } = book.currency;
  const { lines } = book;
  const close = () => setOpen(null);
  const save = (
    { table, key, revision }: Pick<OrganisationLine, "table" | "key" | "revision">,
    content: Pick<LineContent, "row" | "isBegunWith">,
  ) => run(() => actions.changeLine(organisationId, { table, key, revision, stated: statedLineOf(content) }));
  async function takeFile() {
    const [{ usualLinesCsv }, { byteOrderMark }] = await Promise.all([
      import("@/lib/export/usual-lines-csv"),
      import("@/lib/export/csv"),
    ]);
    const content = byteOrderMark + usualLinesCsv(lines, csvFormat);
    download(new Blob([content], { type: "text/csv;charset=utf-8" }), fileName("usual lines", "csv"));
  }
  return (
    <Section title="Usual lines" unit={currency}>
      <p className={styles.lead}>
        Lines that most models have. A model adds them under Assumptions, Lines; new models begin with those that are
        marked.
      </p>
      {lines.length === 0 ? null : (
        <TableOfLines
          lines={lines}
          currency={currency}
          change={
            canEdit
              ? {
                  isPending,
                  onEdit: (line) => setOpen({ kind: "line", table: line.table, line }),
                  onRemove: ({ table: part, key, revision }) =>
                    run(() => actions.remove(organisationId, { part, key, revision })),
                  onBegin: (line, isBegunWith) => save(line, { row: line.content.row, isBegunWith }),
                }
              : null
          }
          onHistory={({ id, table, key, revision, content }) =>
            onHistory({ id, part: table, key, revision, name: rowName(content.row) })
          }
        />
      )}
      <DisabledUntilHydrated>
        <Group gap="xs" className={styles.actions}>
          {canEdit
            ? lineTables.map((table) => (
                <RowButton
                  key={table}
                  words={`Add ${/^[AEIOU]/.test(rowNames[table]) ? "an" : "a"} ${rowNames[table].toLowerCase()}`}
                  isDisabled={isPending}
                  onClick={() => setOpen({ kind: "line", table, line: null })}
                />
              ))
            : null}
          <Group gap="xs" className={styles.buttons}>
            {canEdit ? (
              <Button size="xs" variant="default" onClick={() => setOpen({ kind: "import" })}>
                Import lines
              </Button>
            ) : null}
            <Button size="xs" variant="default" disabled={lines.length === 0} onClick={takeFile}>
              Download lines
            </Button>
          </Group>
        </Group>
      </DisabledUntilHydrated>
      <FormFault message={fault} />
      {open?.kind === "line" ? (
        <LineDialog
          {...open}
          money={{ currency, currencyRate }}
          onSave={(row: LineRow) =>
            save(open.line ?? { table: open.table, key: newRowId(), revision: 0 }, {
              row,
              isBegunWith: open.line?.content.isBegunWith ?? true,
            })
          }
          onClose={close}
        />
      ) : null}
      {open?.kind === "import" ? (
        <ImportLines organisationId={organisationId} book={book} actions={actions} onClose={close} />
      ) : null}
    </Section>
  );
}
