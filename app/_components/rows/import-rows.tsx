"use client";

import { Button, Group } from "@mantine/core";
import { useDeferredValue, useId, useMemo, useState } from "react";
import { textOfFile } from "@/app/_components/files/figures-file";
import { FileField } from "@/app/_components/files/file-field";
import { fieldsOf, type RowOf } from "@/app/_components/inputs/rows/row-text";
import figures from "@/app/_components/ui/figure-table.module.css";
import { Notice } from "@/app/_components/ui/notice";
import notice from "@/app/_components/ui/notice.module.css";
import { Dialog } from "@/app/_components/ui/page/dialog";
import dialog from "@/app/_components/ui/page/dialog.module.css";
import { Scroller } from "@/app/_components/ui/page/scroller";
import type { InventoryFormat } from "@/lib/import/rows/inventory-columns";
import { type KnownColumns, plainName } from "@/lib/import/rows/known-columns";
import { readBill } from "@/lib/import/rows/read-bill";
import { isInventory, readInventory } from "@/lib/import/rows/read-inventory";
import { columnsOf, type ReadTable, readTable, type TableSettings } from "@/lib/import/rows/read-table";
import type { Inputs } from "@/lib/model/inputs";
import { mostRows } from "@/lib/model/rows/fields";
import type { RowTable } from "@/lib/model/rows/own-rows";
import { rowNames, tableNames } from "@/lib/model/rows/table-names";
import type { Outcome } from "@/lib/outcome";
import type { RowContext } from "@/lib/schemas/rows/row-schema";
import { counted } from "@/lib/value/counted";
import { formatWhole } from "@/lib/value/format";
import { rowWords } from "@/lib/value/rows/row-summary";
import { rowName } from "@/lib/value/rows/row-words";
import { ColumnChoices, type Stated } from "./column-choices";
import styles from "./import-rows.module.css";

interface ImportRowsProps<T extends RowTable> {
  table: T;
  /** How many there are already. */
  present: number;
  context: RowContext;
  startMonth: string;
  /** What the organisation reads columns of other names as. */
  known?: KnownColumns;
  /** Takes what columns of these names are to be read as from now on. */
  onRemember?: (columns: readonly NamedColumn[]) => void;
  /** Of the model: by them the cores of a list of machines become standard units. */
  inputs: Inputs;
  onAdd: (rows: readonly RowOf<T>[]) => void;
  onClose: () => void;
}

/** What a column of a name is read as; null reads over it. */
export interface NamedColumn {
  readonly name: string;
  readonly key: string | null;
}

/** What a person says of columns by their names, to be remembered. */
function saidOf({ columns, hasNames }: Pick<ReadTable<unknown>, "columns" | "hasNames">, stated: Stated) {
  if (!hasNames) return [];
  return columns.flatMap(({ name }, place): NamedColumn[] => {
    const key = stated[place];
    return key === undefined || plainName(name) === "" ? [] : [{ name, key }];
  });
}

/** A bill has rules of its own: lines of one service are joined, and a provider's files have their own columns. */
function readRows<T extends RowTable>(table: T, text: string, settings: TableSettings) {
  const read = table === "billLines" ? readBill(text, settings) : readTable(table, text, settings);
  return read as Outcome<ReadTable<RowOf<T>>>;
}

/** So many of the rows that are understood are shown. */
const mostShown = 20;

/** Takes rows from a spreadsheet, pasted or as CSV: shows what is understood and what is not, and adds nothing before it is told to. */
export default function ImportRows<T extends RowTable>(props: ImportRowsProps<T>) {
  const { table, present, context, startMonth, inputs, known, onRemember, onAdd, onClose } = props;
  const id = useId();
  const [text, setText] = useState("");
  const [columns, setColumns] = useState<Stated>([]);
  const [hasNames, setHasNames] = useState<boolean>();
  const [fileFault, setFileFault] = useState<string | null>(null);
  const read = useDeferredValue(text);
  const said = useMemo(
    () => ({ columns, ...(known && { known }), ...(hasNames !== undefined && { hasNames }) }),
    [columns, known, hasNames],
  );
  const outcome = useMemo(
    () => (read.trim() === "" ? null : readRows(table, read, { ...context, startMonth, ...said })),
    [table, read, context, startMonth, said],
  );
  const inventory = useMemo(() => {
    const { columns: stated, known, hasNames } = said;
    const list = { stated, ...(known && { known }) };
    return table === "register" && hasNames !== false && isInventory(read, list)
      ? readInventory(read, { ...context, startMonth, inputs, ...list })
      : null;
  }, [table, read, context, startMonth, inputs, said]);
  const found = asRead<T>(inventory, outcome);
  const unread = inventory ?? outcome;
  const room = mostRows[table] - present;
  const isTooMany = found !== null && found.rows.length > room;
  function take(next: string) {
    setFileFault(null);
    setColumns([]);
    setHasNames(undefined);
    setText(next);
  }
  async function choose(file: File | undefined) {
    if (file === undefined) return;
    const content = await textOfFile(file);
    if (content.ok) take(content.text);
    else setFileFault(content.message);
  }
  return (
    <Dialog
      size="xl"
      title={`Add to: ${tableNames[table].toLowerCase()}`}
      closeLabel="Close without adding"
      onClose={onClose}
    >
      <div className={dialog.content}>
        <p>
          Copy the cells in your spreadsheet and paste them here, with or without the row of names, or choose a CSV
          file. Columns are found by their names, else by their order:{" "}
          {fieldsOf(table)
            .map(([, { label }]) => label.toLowerCase())
            .join(", ")}
          .
        </p>
        <label className={styles.area} htmlFor={`${id}-text`}>
          Rows
          <textarea
            id={`${id}-text`}
            className={styles.text}
            data-autofocus
            rows={5}
            spellCheck={false}
            value={text}
            onChange={(event) => take(event.currentTarget.value)}
          />
        </label>
        <FileField label="Or a CSV file" of="table" onChoose={choose} />
        <p role="status" className={dialog.status}>
          {found === null ? "" : summary(found.rows.length, found.refused.length)}
        </p>
        {fileFault === null ? null : <Notice tone="wrong">{fileFault}</Notice>}
        {inventory?.ok ? (
          <p>
            Read as {listNames[inventory.format]}: a machine’s cores count as units of{" "}
            {counted(inputs.coresPerServer, "core")}, the disks of storage as units of {inputs.storageServerTB} TB.
          </p>
        ) : null}
        {unread !== null && !unread.ok ? (
          <Notice tone="wrong" title="This cannot be read; nothing was added">
            {unread.faults.map(({ message }) => message).join(" ")}
          </Notice>
        ) : null}
        {unread === null ? null : (
          <ColumnChoices
            table={table}
            columns={found?.columns ?? columnsOf(table, read, said).columns}
            hasNames={found?.hasNames ?? true}
            stated={columns}
            onStated={setColumns}
            onHasNames={setHasNames}
          />
        )}
        {found === null ? null : (
          <>
            {found.refused.length === 0 ? null : (
              <Notice
                tone="look"
                title={`Not understood, and not added: ${formatWhole(found.refused.length)}`}
                isNews={false}
              >
                <ul className={notice.faults}>
                  {found.refused.slice(0, mostShown).map(({ line, cells, reasons }) => (
                    <li key={line}>
                      Line {line} ({cells.filter(Boolean).join(" · ").slice(0, 80)}): {reasons.join(" ")}
                    </li>
                  ))}
                  {found.refused.length > mostShown ? <li>And {found.refused.length - mostShown} more.</li> : null}
                </ul>
              </Notice>
            )}
            {found.rows.length === 0 ? null : (
              <Scroller label="What was understood">
                <table className={`${figures.table} ${styles.understood}`}>
                  <thead>
                    <tr>
                      <th scope="col">Line</th>
                      <th scope="col">{rowNames[table]}</th>
                      <th scope="col">What was understood</th>
                    </tr>
                  </thead>
                  <tbody>
                    {found.rows.slice(0, mostShown).map(({ line, row }) => (
                      <tr key={line}>
                        <td>{line}</td>
                        <th scope="row">{rowName(row)}</th>
                        <td>{rowWords(table, row, context.currency)}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </Scroller>
            )}
            {found.rows.length > mostShown ? <p>And {formatWhole(found.rows.length - mostShown)} more rows.</p> : null}
          </>
        )}
        {isTooMany ? (
          <Notice tone="wrong">
            A model has at most {formatWhole(mostRows[table])} of them; there is room for{" "}
            {formatWhole(Math.max(0, room))}. Join rows that are alike.
          </Notice>
        ) : null}
        <Group gap="sm">
          <Button
            size="xs"
            disabled={found === null || found.rows.length === 0 || isTooMany || read !== text}
            onClick={() => {
              if (found !== null) {
                onAdd(found.rows.map(({ row }) => row));
                const said = saidOf(found, columns);
                if (said.length > 0) onRemember?.(said);
              }
              onClose();
            }}
          >
            {found === null || found.rows.length === 0
              ? "Add"
              : `Add ${formatWhole(found.rows.length)} ${found.rows.length === 1 ? "row" : "rows"}`}
          </Button>
          <Button size="xs" variant="default" onClick={onClose}>
            Cancel
          </Button>
        </Group>
      </div>
    </Dialog>
  );
}

const listNames: Record<InventoryFormat, string> = {
  azureMigrate: "the servers of Azure Migrate’s import",
  rvTools: "RVTools’ vInfo, a row for each host",
  plain: "a list of machines by their cores",
};

/** What was understood: of a list of machines, whose columns are known by their names, or of a table. */
function asRead<T extends RowTable>(
  inventory: ReturnType<typeof readInventory> | null,
  outcome: ReturnType<typeof readTable<T>> | null,
): ReadTable<RowOf<T>> | null {
  if (inventory !== null)
    return inventory.ok
      ? {
          hasNames: true,
          columns: inventory.found,
          rows: inventory.rows as ReadTable<RowOf<T>>["rows"],
          refused: inventory.refused,
        }
      : null;
  return outcome?.ok ? outcome : null;
}

function summary(rows: number, refused: number): string {
  const understood = `${formatWhole(rows)} ${rows === 1 ? "row is" : "rows are"} understood`;
  return refused === 0 ? `${understood}.` : `${understood}, ${formatWhole(refused)} not. Nothing is added yet.`;
}
