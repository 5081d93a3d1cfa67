import type { ReactNode } from "react";
import { Scroller } from "@/app/_components/ui/page/scroller";
import styles from "./record-table.module.css";

export interface RecordColumn<Row> {
  head: string;
  cell: (row: Row) => ReactNode;
  /** Where a value says by itself what it is, a narrow screen shows it without the column's name. */
  speaksForItself?: boolean;
}

interface RecordTableProps<Row> {
  /** Names what scrolls, for keyboard and screen reader. */
  label: string;
  rows: readonly Row[];
  /** The first names the row. */
  columns: readonly RecordColumn<Row>[];
  /** What can be done with a row. */
  action?: ((row: Row) => ReactNode) | undefined;
  isWide?: boolean;
}

/** What tells a row from the others, where it has no id. */
interface Keyed<Row> {
  keyOf: (row: Row) => string;
}

const idOf = (row: unknown) => (row as { id: string }).id;

/** Rows of what people made, each with what can be done with it; on a narrow screen each stands under its name. */
export function RecordTable<Row extends { id: string }>(props: RecordTableProps<Row>): ReactNode;
export function RecordTable<Row>(props: RecordTableProps<Row> & Keyed<Row>): ReactNode;
export function RecordTable<Row>(props: RecordTableProps<Row> & Partial<Keyed<Row>>): ReactNode {
  const { label, rows, columns, action, isWide = false, keyOf = idOf } = props;
  const [name, ...others] = columns;
  return (
    <Scroller label={label}>
      <table className={isWide ? `${styles.table} ${styles.wide}` : styles.table}>
        <thead>
          <tr>
            {columns.map(({ head }) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
            {action === undefined ? null : <td />}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)}>
              <th scope="row">{name?.cell(row)}</th>
              {others.map(({ head, cell, speaksForItself }) => (
                <td key={head} data-label={speaksForItself ? undefined : head}>
                  {cell(row)}
                </td>
              ))}
              {action === undefined ? null : <td className={styles.action}>{action(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  );
}

/** A line under what a cell says. */
export function SmallLine({ children }: { children: ReactNode }) {
  return <span className={styles.small}>{children}</span>;
}
