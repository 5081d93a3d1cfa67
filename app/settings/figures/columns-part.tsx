"use client";

import { FormFault } from "@/app/_components/account/form-fault";
import { useAction } from "@/app/_components/ui/action/use-action";
import { LocalTime } from "@/app/_components/ui/local-time";
import { Section } from "@/app/_components/ui/page/section";
import { RecordTable } from "@/app/_components/ui/records/record-table";
import { RowButton } from "@/app/_components/ui/records/row-button";
import { fieldColumns } from "@/lib/import/rows/columns";
import type { NamedColumns } from "@/lib/import/rows/named-columns";
import type { RowTable } from "@/lib/model/rows/own-rows";
import { tableNames } from "@/lib/model/rows/table-names";
import type { FigureActions } from "./figure-actions";
import styles from "./figures.module.css";

interface ColumnsPartProps {
  organisationId: string;
  columns: readonly NamedColumns[];
  canEdit: boolean;
  forgetColumns: FigureActions["forgetColumns"];
}

/** What the organisation's own tables call their columns: what people have said of them where they pasted rows. */
export function ColumnsPart({ organisationId, columns, canEdit, forgetColumns }: ColumnsPartProps) {
  const { run, isPending, fault } = useAction({ failed: "The columns were not forgotten" });
  if (columns.length === 0) return null;
  const forget = (table: RowTable, names: string[]) => run(() => forgetColumns(organisationId, { table, names }));
  return (
    <Section title="Columns of pasted tables">
      <p className={styles.lead}>
        What members have said that a column of a table or a list holds, by its name without capitals, spaces and marks.
        It is read so in all models. What is forgotten is asked again.
      </p>
      {columns.map(({ table, columns: named }) => (
        <div key={table} className={styles.named}>
          <h3 className={styles.subtitle}>{tableNames[table]}</h3>
          <RecordTable
            label={`Columns of ${tableNames[table].toLowerCase()}`}
            rows={named}
            keyOf={({ name }) => name}
            columns={[
              { head: "Column", cell: ({ name }) => name },
              { head: "Read as", cell: ({ key }) => readAs(table, key) },
              { head: "Said by", cell: ({ changedBy }) => changedBy },
              { head: "When", cell: ({ changedAt }) => <LocalTime at={changedAt} /> },
            ]}
            action={
              canEdit
                ? ({ name }) => (
                    <RowButton
                      words="Forget"
                      of={`${name} of ${tableNames[table].toLowerCase()}`}
                      isDisabled={isPending}
                      onClick={() => forget(table, [name])}
                    />
                  )
                : undefined
            }
          />
          {canEdit && named.length > 1 ? (
            <div className={styles.actions}>
              <RowButton
                words={`Forget all ${named.length}`}
                of={`columns of ${tableNames[table].toLowerCase()}`}
                isDisabled={isPending}
                onClick={() =>
                  forget(
                    table,
                    named.map(({ name }) => name),
                  )
                }
              />
            </div>
          ) : null}
        </div>
      ))}
      <FormFault message={fault} />
    </Section>
  );
}

function readAs(table: RowTable, key: string | null): string {
  if (key === null) return "left out";
  return fieldColumns(table).find((column) => column.key === key)?.label ?? key;
}
