import { type ReactNode, useState } from "react";
import styles from "./fields.module.css";

interface FieldFrameProps {
  id: string;
  label: string;
  basis: string;
  bounds?: string;
  defaultWords: string;
  /** The value in other words. */
  hint: string | null;
  isChanged: boolean;
  fault: string | undefined;
  onReset: (() => void) | undefined;
  children: ReactNode;
}

/** What stands around every input: its label, and below it the default, or what is wrong. Nothing moves when it changes. */
export function FieldFrame(props: FieldFrameProps) {
  const { id, label, basis, bounds, defaultWords, hint, isChanged, fault, onReset, children } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.field} data-changed={isChanged}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <div className={styles.control}>{children}</div>
      <div className={styles.below}>
        <p id={`${id}-below`} className={fault === undefined ? undefined : styles.fault}>
          {fault ??
            `${isChanged ? "Changed; default" : "Default"} ${defaultWords}${hint === null ? "" : ` (now ${hint})`}`}
        </p>
        <span className={styles.actions}>
          {(isChanged || fault !== undefined) && onReset !== undefined ? (
            <button type="button" className={styles.action} onClick={onReset} aria-label={`Reset ${label}`}>
              Reset
            </button>
          ) : null}
          <button
            type="button"
            className={styles.action}
            aria-expanded={isOpen}
            aria-label={`About ${label}`}
            onClick={() => setOpen(!isOpen)}
          >
            About
          </button>
        </span>
      </div>
      {isOpen ? (
        <p className={styles.about}>
          Basis of the default: {basis}. {bounds}
        </p>
      ) : null}
    </div>
  );
}
