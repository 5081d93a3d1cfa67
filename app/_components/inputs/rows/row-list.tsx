"use client";

import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { CommentMarker } from "@/app/_components/comments/comment-marker";
import type { ModelChange } from "@/app/_components/document/model-kind";
import { newRowId } from "@/app/_components/document/new-row-id";
import fields from "@/app/_components/inputs/fields.module.css";
import { SourceText } from "@/app/_components/ui/source-text";
import { placeText, rowPlace } from "@/lib/draft/place";
import type { PlaceMap } from "@/lib/draft/place-map";
import { mostRows } from "@/lib/model/rows/fields";
import type { OwnRows, RowTable } from "@/lib/model/rows/own-rows";
import { rowNames, tableNames } from "@/lib/model/rows/table-names";
import type { RowContext } from "@/lib/schemas/rows/row-schema";
import { formatWhole } from "@/lib/value/format";
import { rowWords } from "@/lib/value/rows/row-summary";
import { rowName } from "@/lib/value/rows/row-words";
import { MoveButtons } from "./move-buttons";
import styles from "./row-list.module.css";
import type { RowOf } from "./row-text";
import { movesByKey, useRowMoves } from "./use-row-moves";

// It comes with the check of what is typed into it, which few visits need.
const RowForm = dynamic(() => import("./row-form").then((module) => module.RowForm), { ssr: false });

interface RowListProps<T extends RowTable> {
  table: T;
  rows: OwnRows[T];
  /** What the table is for, where it is empty. */
  empty: string;
  /** The rows that are shown, where not all are. */
  isShown?: ((row: OwnRows[T][number]) => boolean) | undefined;
  /** What a row costs over the horizon, in words; by the row's id. */
  costs?: ReadonlyMap<string | undefined, string | null> | undefined;
  context: RowContext;
  version: number;
  followed: PlaceMap<number>;
  readOnly: boolean;
  onChange: (change: ModelChange) => void;
}

/** Rows below each other, each in words with a form that unfolds. */
export function RowList<T extends RowTable>(props: RowListProps<T>) {
  const { table, rows, empty, isShown, costs, context, version, followed, readOnly, onChange } = props;
  const [open, setOpen] = useState<string | null>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const { move, news } = useRowMoves(table, rows, onChange);
  const canMove = !readOnly && isShown === undefined && rows.length > 1;
  const most = mostRows[table];
  const put = (id: string, value: unknown) => onChange({ kind: "put", place: rowPlace(table, { id }), value });
  const name = rowNames[table].toLowerCase();
  return (
    <>
      {rows.length === 0 ? <p className={styles.words}>{empty}</p> : null}
      <p className={styles.unseen} role="status">
        {news}
      </p>
      <ul className={styles.list} aria-label={tableNames[table]}>
        {rows.map((row, place) => {
          if (isShown !== undefined && !isShown(row)) return null;
          const id = row.id ?? "";
          const label = rowName(row);
          return (
            <li
              key={id}
              className={styles.line}
              data-input={`${table}.${place}`}
              data-line={placeText(rowPlace(table, { id }))}
              onKeyDown={(event) => {
                const by = canMove ? movesByKey(event) : null;
                if (by !== null) move(id, by);
              }}
            >
              <div className={styles.head}>
                <span className={styles.label}>{label}</span>
                {costs?.get(id) ? <span className={styles.cost}>{costs.get(id)}</span> : null}
                {readOnly ? null : (
                  <span className={styles.actions}>
                    <button
                      type="button"
                      ref={open === id ? edit : null}
                      className={fields.action}
                      aria-expanded={open === id}
                      aria-label={`Edit ${label}`}
                      onClick={() => setOpen(open === id ? null : id)}
                    >
                      Edit
                    </button>
                    {canMove ? (
                      <MoveButtons
                        id={id}
                        name={label}
                        isFirst={place === 0}
                        isLast={place === rows.length - 1}
                        onMove={move}
                      />
                    ) : null}
                    <button
                      type="button"
                      className={fields.action}
                      disabled={rows.length >= most}
                      aria-label={`Duplicate ${label}`}
                      onClick={() => {
                        const { id: _, ...copy } = row;
                        put(newRowId(), copy);
                      }}
                    >
                      Duplicate
                    </button>
                    <button
                      type="button"
                      className={fields.action}
                      aria-label={`Remove ${label}`}
                      onClick={() => {
                        setOpen(null);
                        put(id, undefined);
                      }}
                    >
                      Remove
                    </button>
                  </span>
                )}
              </div>
              <div className={styles.below}>
                <div className={styles.words}>
                  <p>{rowWords(table, row, context.currency)}</p>
                  {row.source === undefined ? null : (
                    <p>
                      Source: <SourceText text={row.source} isOwn />
                    </p>
                  )}
                  {row.note === undefined ? null : (
                    <p>
                      <SourceText text={row.note} isOwn />
                    </p>
                  )}
                </div>
                <CommentMarker subject={{ ...rowPlace(table, { id }), label }} isAlwaysShown />
              </div>
              {open === id ? (
                <RowForm
                  key={version + (followed.get(rowPlace(table, { id })) ?? 0)}
                  table={table}
                  title={`${rowNames[table]} ${label}`}
                  row={row}
                  context={context}
                  onGood={(changed: RowOf<RowTable>) => put(id, changed)}
                  onLeave={() => onChange({ kind: "leave" })}
                  onClose={() => {
                    setOpen(null);
                    edit.current?.focus();
                  }}
                />
              ) : null}
            </li>
          );
        })}
      </ul>
      {readOnly || open === "new" ? null : (
        <button type="button" className={fields.action} disabled={rows.length >= most} onClick={() => setOpen("new")}>
          Add {/^[aeiou]/.test(name) ? "an" : "a"} {name}
        </button>
      )}
      {rows.length >= most ? <p className={styles.words}>A model has at most {formatWhole(most)} of them.</p> : null}
      {open === "new" ? (
        <RowForm
          table={table}
          title={`New ${name}`}
          row={null}
          context={context}
          onGood={(row: RowOf<RowTable>) => put(newRowId(), row)}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}
