"use client";

import { useId } from "react";
import fields from "@/app/_components/inputs/fields.module.css";
import { FieldFault } from "@/app/_components/inputs/frame/field-fault";
import { FigureInput } from "@/app/_components/ui/fields/figure-input";
import styles from "./questions.module.css";

interface FigureQuestionProps {
  label: string;
  unit: string;
  text: string;
  fault: string | undefined;
  /** What the model takes where nothing is typed, as words beside the field. */
  otherwise: string;
  onText: (text: string) => void;
}

/** A figure that is no input of the model; left empty it is skipped. */
export function FigureQuestion({ label, unit, text, fault, otherwise, onText }: FigureQuestionProps) {
  const id = useId();
  return (
    <div className={styles.figure}>
      <label htmlFor={id}>{label}</label>
      <span className={styles.control}>
        <FigureInput
          id={id}
          className={fields.input}
          mayBeNegative={false}
          value={text}
          aria-invalid={fault !== undefined}
          aria-describedby={`${id}-unit ${id}-otherwise ${id}-fault`}
          onChange={(event) => onText(event.currentTarget.value)}
        />
        <span id={`${id}-unit`}>{unit}</span>
      </span>
      <span id={`${id}-otherwise`} className={styles.otherwise}>
        {otherwise}
      </span>
      <FieldFault id={id} fault={fault} />
    </div>
  );
}
