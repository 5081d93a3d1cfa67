"use client";

import dynamic from "next/dynamic";
import { useRef, useState } from "react";
import { CommentMarker } from "@/app/_components/comments/comment-marker";
import type { ModelChange } from "@/app/_components/document/model-kind";
import { newRowId } from "@/app/_components/document/new-row-id";
import fields from "@/app/_components/inputs/fields.module.css";
import { InputGroupFold } from "@/app/_components/inputs/input-group-fold";
import { linePlace, placeText } from "@/lib/draft/place";
import type { PlaceMap } from "@/lib/draft/place-map";
import type { Architecture } from "@/lib/model/architectures";
import { type CustomLine, mostCustomLines } from "@/lib/model/custom-lines";
import { rowWords } from "@/lib/value/row-summary";
import styles from "./own-lines.module.css";

// It comes with the check of what is typed into it, which few visits need.
const OwnLineForm = dynamic(() => import("./own-line-form"), { ssr: false });

interface OwnLinesProps {
  lines: readonly CustomLine[];
  /** Only the lines of this architecture are shown. */
  concerning: Architecture | null;
  currency: string;
  version: number;
  /** How often another person's save changed what stands at a place. */
  followed: PlaceMap<number>;
  readOnly: boolean;
  onChange: (change: ModelChange) => void;
}

/** Costs and credits of the model's own, beside those of the formulas. */
export function OwnLines({ lines, concerning, currency, version, followed, readOnly, onChange }: OwnLinesProps) {
  const [open, setOpen] = useState<string | null>(null);
  const edit = useRef<HTMLButtonElement>(null);
  const shown = lines
    .map((line, place) => ({ line, place }))
    .filter(({ line }) => concerning === null || line.architectures.includes(concerning));
  const isFull = lines.length >= mostCustomLines;
  return (
    <InputGroupFold
      title="Own lines"
      changed={0}
      faulty={0}
      remark={lines.length === 0 ? "none" : `${lines.length}`}
      isOpenAtFirst={lines.length > 0}
      isForcedOpen={false}
    >
      {() => (
        <>
          {lines.length === 0 ? (
            <p className={styles.words}>
              What your service costs or earns beyond these inputs: a licence, a grant, a lawyer. An own line joins its
              category in the charts and the tables.
            </p>
          ) : null}
          <ul className={styles.list}>
            {shown.map(({ line, place }) => (
              <li
                key={line.id}
                className={styles.line}
                data-input={`customLines.${place}`}
                data-line={placeText(linePlace(line))}
              >
                <div className={fields.head}>
                  <span className={styles.label}>{line.label}</span>
                  {readOnly ? null : (
                    <span className={styles.actions}>
                      <button
                        type="button"
                        ref={open === line.id ? edit : null}
                        className={fields.action}
                        aria-expanded={open === line.id}
                        aria-label={`Edit ${line.label}`}
                        onClick={() => setOpen(open === line.id ? null : (line.id ?? null))}
                      >
                        Edit
                      </button>
                      <button
                        type="button"
                        className={fields.action}
                        aria-label={`Remove ${line.label}`}
                        onClick={() => {
                          setOpen(null);
                          onChange({ kind: "put", place: linePlace(line), value: undefined });
                        }}
                      >
                        Remove
                      </button>
                    </span>
                  )}
                </div>
                <p className={styles.words}>{rowWords("customLines", line, currency)}</p>
                {line.id === undefined ? null : (
                  <CommentMarker subject={{ kind: "line", key: line.id, label: line.label }} isAlwaysShown />
                )}
                {open === line.id ? (
                  <OwnLineForm
                    key={version + (followed.get(linePlace(line)) ?? 0)}
                    line={line}
                    currency={currency}
                    onGood={(changed) => onChange({ kind: "put", place: linePlace(line), value: changed })}
                    onLeave={() => onChange({ kind: "leave" })}
                    onClose={() => {
                      setOpen(null);
                      edit.current?.focus();
                    }}
                  />
                ) : null}
              </li>
            ))}
          </ul>
          {readOnly || open === "new" ? null : (
            <button type="button" className={fields.action} disabled={isFull} onClick={() => setOpen("new")}>
              Add a line
            </button>
          )}
          {isFull ? <p className={styles.words}>A model has at most {mostCustomLines} own lines.</p> : null}
          {open === "new" ? (
            <OwnLineForm
              line={null}
              currency={currency}
              onGood={(line) => {
                onChange({ kind: "put", place: linePlace({ id: newRowId() }), value: line });
                setOpen(null);
              }}
              onClose={() => setOpen(null)}
            />
          ) : null}
        </>
      )}
    </InputGroupFold>
  );
}
