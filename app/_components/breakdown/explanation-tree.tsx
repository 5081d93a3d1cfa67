"use client";

import { type KeyboardEvent, useId, useState } from "react";
import { Link } from "@/app/_components/ui/link";
import type { Explained, ExplainedQuantity } from "@/lib/analysis/explain";
import { type Inputs, isInputKey } from "@/lib/model/inputs";
import { SourceText } from "../ui/source-text";
import { basisWords, describeExplained, inCurrency } from "./explained-text";
import styles from "./explanation-tree.module.css";

interface ExplanationTreeProps {
  root: ExplainedQuantity;
  /** Where an input, or a figure of an own line, is changed. */
  hrefOf: (key: string) => string;
  currency: string;
  /** The defaults in the model's currency. */
  defaults: Readonly<Inputs>;
}

/**
 * A figure down to the inputs it rests on, opened entry by entry: Tab and the arrows up and down move, right opens,
 * left closes.
 */
export function ExplanationTree({ root, ...shared }: ExplanationTreeProps) {
  function press(event: KeyboardEvent<HTMLUListElement>) {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const focused = document.activeElement;
    if (step !== 0) {
      event.preventDefault();
      const stops = [...event.currentTarget.querySelectorAll<HTMLElement>("button, a")];
      const next = stops[stops.indexOf(focused as HTMLElement) + step];
      next?.focus();
      return;
    }
    const opens = event.key === "ArrowRight";
    if ((opens || event.key === "ArrowLeft") && focused instanceof HTMLButtonElement) {
      if ((focused.getAttribute("aria-expanded") === "true") === opens) return;
      event.preventDefault();
      focused.click();
    }
  }
  return (
    <ul className={styles.tree} onKeyDown={press}>
      <Entry explained={root} month={root.month} isOpenAtFirst {...shared} />
    </ul>
  );
}

interface EntryProps extends Omit<ExplanationTreeProps, "root"> {
  explained: Explained;
  /** The month of the entry above: a different month is named. */
  month: number | null;
  isOpenAtFirst?: boolean;
}

function Entry({ explained, month, isOpenAtFirst = false, ...shared }: EntryProps) {
  const { hrefOf, currency, defaults } = shared;
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const id = useId();
  const value = <span className={styles.value}>{describeExplained(explained, currency)}</span>;
  if (explained.kind === "constant") {
    return (
      <li className={styles.entry}>
        <p className={styles.line}>
          <span className={styles.label}>{explained.label}</span>
          {value}
        </p>
      </li>
    );
  }
  if (explained.kind === "input") {
    const usual = isInputKey(explained.key) ? defaults[explained.key] : undefined;
    return (
      <li className={styles.entry} data-changed={explained.value !== usual}>
        <p className={styles.line}>
          <Link className={styles.label} href={hrefOf(explained.key)}>
            {explained.label}
          </Link>
          {value}
        </p>
        <p className={styles.about}>
          Input. <SourceText text={basisWords(explained, usual, currency)} isWritten />
        </p>
      </li>
    );
  }
  const otherMonth = explained.month !== null && explained.month !== month ? `, month ${explained.month}` : "";
  return (
    <li className={styles.entry}>
      <p className={styles.line}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => setOpen(!isOpen)}
        >
          <span aria-hidden="true">{isOpen ? "▾" : "▸"}</span> {explained.label}
          {otherMonth}
        </button>
        {value}
      </p>
      <div id={id} hidden={!isOpen}>
        {isOpen ? (
          <>
            <Formula explained={explained} currency={currency} />
            <ul className={styles.children}>
              {explained.references.map((reference) => (
                <Entry
                  key={`${reference.kind} ${"key" in reference ? reference.key : reference.label} ${"month" in reference ? reference.month : ""}`}
                  explained={reference}
                  month={explained.month ?? month}
                  {...shared}
                />
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </li>
  );
}

function Formula({ explained, currency }: { explained: ExplainedQuantity; currency: string }) {
  const { formula, source, note } = explained;
  return (
    <div className={styles.formula}>
      <p>= {formula.words}</p>
      <p>= {inCurrency(formula.values, currency)}</p>
      <p className={styles.source}>
        {note === undefined ? null : `${note} `}
        {source === "" ? null : (
          <>
            Source: <SourceText text={source} />.
          </>
        )}
      </p>
    </div>
  );
}
