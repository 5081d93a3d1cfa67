"use client";

import { Checkbox, Group } from "@mantine/core";
import dynamic from "next/dynamic";
import { useMemo, useState } from "react";
import { FormFault } from "@/app/_components/account/form-fault";
import { newRowId } from "@/app/_components/document/new-row-id";
import { DisabledUntilHydrated } from "@/app/_components/ui/hydration/disabled-until-hydrated";
import { Dialog } from "@/app/_components/ui/page/dialog";
import { Section } from "@/app/_components/ui/page/section";
import { RecordTable, SmallLine } from "@/app/_components/ui/records/record-table";
import { RowButton } from "@/app/_components/ui/records/row-button";
import { useAction } from "@/app/_components/ui/use-action";
import {
  type FigureBook,
  type LineTable,
  lineTables,
  type OrganisationLine,
} from "@/lib/draft/figures/organisation-figure";
import { isSameValue } from "@/lib/draft/same-value";
import { declaredAt } from "@/lib/model/currency";
import { rowNames, tableNames } from "@/lib/model/rows/table-names";
import { rowWords } from "@/lib/value/rows/row-summary";
import { rowName } from "@/lib/value/rows/row-words";
import type { FigureActions } from "./figure-actions";
import styles from "./figures.module.css";

const RowForm = dynamic(() => import("@/app/_components/inputs/rows/row-form").then((module) => module.RowForm), {
  ssr: false,
});

interface LinesPartProps {
  organisationId: string;
  book: FigureBook;
  canEdit: boolean;
  actions: FigureActions;
}

type Row = OrganisationLine["content"]["row"];
type Open = { table: LineTable; line: OrganisationLine | null };

/** The usual lines of an organisation: what most of its models buy, employ and pay beyond the inputs. */
export function LinesPart({ organisationId, book, canEdit, actions }: LinesPartProps) {
  const [open, setOpen] = useState<Open | null>(null);
  const { run, isPending, fault } = useAction({ failed: "The line was not saved" });
  const { currency, currencyRate } = book.currency;
  const save = (table: LineTable, line: OrganisationLine | null, row: Row, isBegunWith: boolean) =>
    run(() => {
      const { id: _, ...stated } = row;
      const key = line?.key ?? newRowId();
      const change = { table, key, revision: line?.revision ?? 0, row: stated, isBegunWith };
      return actions.changeLine(organisationId, change);
    });
  return (
    <Section title="Usual lines" unit={currency}>
      <p className={styles.lead}>
        Lines that most models have. A model adds them under Assumptions, Lines; new models begin with those that are
        marked.
      </p>
      {book.lines.length === 0 ? null : (
        <RecordTable
          label="Table of usual lines"
          rows={lineTables.flatMap((table) => book.lines.filter((line) => line.table === table))}
          keyOf={({ id }) => id}
          columns={[
            {
              head: "Line",
              cell: ({ table, content }) => (
                <>
                  {rowName(content.row)}
                  <SmallLine>{rowNames[table]}</SmallLine>
                </>
              ),
            },
            { head: "What it costs", cell: ({ table, content }) => rowWords(table, content.row, currency) },
            {
              head: "New models begin with it",
              cell: ({ content, ...line }) =>
                canEdit ? (
                  <DisabledUntilHydrated>
                    <Checkbox
                      size="xs"
                      aria-label={`New models begin with ${rowName(content.row)}`}
                      checked={content.isBegunWith}
                      disabled={isPending}
                      onChange={(event) =>
                        save(line.table, { ...line, content }, content.row, event.currentTarget.checked)
                      }
                    />
                  </DisabledUntilHydrated>
                ) : content.isBegunWith ? (
                  "yes"
                ) : (
                  "no"
                ),
            },
          ]}
          action={
            canEdit
              ? (line) => (
                  <Group gap={4} justify="flex-end" wrap="nowrap">
                    <RowButton
                      words="Edit"
                      label={`Edit ${rowName(line.content.row)}`}
                      isDisabled={isPending}
                      onClick={() => setOpen({ table: line.table, line })}
                    />
                    <RowButton
                      words="Remove"
                      label={`Remove ${rowName(line.content.row)}`}
                      isDisabled={isPending}
                      onClick={() =>
                        run(() => {
                          const { table: part, key, revision } = line;
                          return actions.remove(organisationId, { part, key, revision });
                        })
                      }
                    />
                  </Group>
                )
              : undefined
          }
        />
      )}
      {canEdit ? (
        <DisabledUntilHydrated>
          <Group gap="xs" className={styles.actions}>
            {lineTables.map((table) => (
              <RowButton
                key={table}
                words={`Add ${/^[AEIOU]/.test(rowNames[table]) ? "an" : "a"} ${rowNames[table].toLowerCase()}`}
                label={`Add to ${tableNames[table].toLowerCase()}`}
                isDisabled={isPending}
                onClick={() => setOpen({ table, line: null })}
              />
            ))}
          </Group>
        </DisabledUntilHydrated>
      ) : null}
      <FormFault message={fault} />
      {open === null ? null : (
        <LineDialog
          {...open}
          money={{ currency, currencyRate }}
          onSave={(row) => save(open.table, open.line, row, open.line?.content.isBegunWith ?? true)}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  );
}

interface LineDialogProps extends Open {
  money: { currency: string; currencyRate: number };
  onSave: (row: Row) => void;
  onClose: () => void;
}

/** The form of a line. A new one is saved when it is added, one that exists when the form is left with something changed. */
function LineDialog({ table, line, money, onSave, onClose }: LineDialogProps) {
  const [typed, setTyped] = useState<Row | null>(null);
  const context = useMemo(
    () => ({ currency: money.currency, declared: declaredAt(money.currencyRate) }),
    [money.currency, money.currencyRate],
  );
  const row = line?.content.row ?? null;
  const title = row === null ? `New ${rowNames[table].toLowerCase()}` : `${rowNames[table]} ${rowName(row)}`;
  return (
    <Dialog size="xl" title={title} closeLabel="Close without saving" onClose={onClose}>
      <RowForm
        table={table}
        title={title}
        row={row}
        context={context}
        onGood={(good) => (row === null ? onSave(good as Row) : setTyped(good as Row))}
        onClose={() => {
          if (row !== null && typed !== null && !isSameValue(typed, row)) onSave(typed);
          onClose();
        }}
      />
    </Dialog>
  );
}
