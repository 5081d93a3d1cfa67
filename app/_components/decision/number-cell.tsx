"use client";

import { useState } from "react";
import { FigureInput } from "@/app/_components/ui/fields/figure-input";
import { formatNumber } from "@/lib/value/format";
import { parseAmount } from "@/lib/value/parse-number";
import { toSignificant } from "@/lib/value/rounding";
import styles from "./objectives.module.css";

interface NumberCellProps {
  label: string;
  value: number;
  /** What is wrong with a figure; null where it may stand. */
  faultOf?: (value: number) => string | null;
  isDisabled: boolean;
  onChange: (value: number) => void;
}

/** A figure in a table; what cannot be read, or may not stand, is said below it, and nothing is changed. */
export function NumberCell({ label, value, faultOf = () => null, isDisabled, onChange }: NumberCellProps) {
  const [text, setText] = useState<string | null>(null);
  const read = text === null ? value : parseAmount(text);
  const fault = read === null ? "Type a number." : text === null ? null : faultOf(read);
  return (
    <span className={styles.cell}>
      <FigureInput
        mayBeNegative
        data-on-paper
        aria-label={label}
        aria-invalid={fault !== null}
        className={styles.figure}
        readOnly={isDisabled}
        value={text ?? formatNumber(toSignificant(value, 6))}
        onChange={({ currentTarget }) => {
          const typed = currentTarget.value;
          setText(typed);
          const next = parseAmount(typed);
          if (next !== null && faultOf(next) === null) onChange(next);
        }}
        onBlur={() => fault === null && setText(null)}
      />
      {fault === null ? null : <span role="alert">{fault}</span>}
    </span>
  );
}
