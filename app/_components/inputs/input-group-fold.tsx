"use client";

import { type ReactNode, useId, useState } from "react";
import styles from "./inputs-panel.module.css";

interface InputGroupFoldProps {
  title: string;
  changed: number;
  faulty: number;
  isOpenAtFirst: boolean;
  isForcedOpen: boolean;
  /** What else is to be said of it while it is folded. */
  remark?: string;
  /** Sets its inputs back to what the model began with; left out where all have that. */
  onReset?: (() => void) | undefined;
  /** Called only while the group is open: most of the inputs are never drawn. */
  children: () => ReactNode;
}

/** A group of inputs that folds, and says how many of them were changed. */
export function InputGroupFold(props: InputGroupFoldProps) {
  const { title, changed, faulty, isOpenAtFirst, isForcedOpen, remark, onReset, children } = props;
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const isShown = isOpen || isForcedOpen;
  const id = useId();
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={isShown}
          aria-controls={id}
          onClick={() => setOpen(!isShown)}
        >
          <span className={styles.arrow} aria-hidden="true">
            {isShown ? "▾" : "▸"}
          </span>
          <span className={styles.groupTitle}>{title}</span>
          {faulty > 0 ? (
            <span className={styles.faulty}>
              {faulty} {faulty === 1 ? "error" : "errors"}
            </span>
          ) : null}
          {changed > 0 ? <span className={styles.changed}>{changed} changed</span> : null}
          {remark === undefined ? null : <span className={styles.changed}>{remark}</span>}
        </button>
      </h3>
      <div id={id} hidden={!isShown} className={styles.fields}>
        {isShown && onReset !== undefined ? (
          <button type="button" className={styles.link} onClick={onReset}>
            Reset the group “{title}”
          </button>
        ) : null}
        {isShown ? children() : null}
      </div>
    </section>
  );
}
