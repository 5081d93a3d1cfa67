import { type ReactNode, useState } from "react";
import styles from "./fields.module.css";

interface FieldFrameProps {
  id: string;
  label: string;
  basis: string;
  templateBasis: string | undefined;
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
  const { id, label, basis, templateBasis, bounds, defaultWords, hint, isChanged, fault, onReset, children } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <div className={styles.field} data-changed={isChanged}>
      <div className={styles.head}>
        <label className={styles.label} htmlFor={id}>
          {label}
        </label>
        <button
          type="button"
          className={styles.action}
          aria-expanded={isOpen}
          aria-label={`About ${label}`}
          onClick={() => setOpen(!isOpen)}
        >
          About
        </button>
      </div>
      <div className={styles.control}>
        {children}
        <span className={styles.default} id={`${id}-default`}>
          {hint === null ? null : <span>{hint}</span>}
          <span>default {defaultWords}</span>
        </span>
        {(isChanged || fault !== undefined) && onReset !== undefined ? (
          <button type="button" className={styles.action} onClick={onReset} aria-label={`Reset ${label}`}>
            Reset
          </button>
        ) : null}
      </div>
      <p id={`${id}-fault`} className={styles.fault} role={fault === undefined ? undefined : "alert"}>
        {fault}
      </p>
      {isOpen ? (
        <p className={styles.about}>
          {templateBasis === undefined ? null : `Basis of the template's figure: ${templateBasis}. `}
          Basis of the default: {basis}. {bounds}
        </p>
      ) : null}
    </div>
  );
}
