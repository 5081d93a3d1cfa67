"use client";

import { useId } from "react";
import settings from "@/app/_components/inputs/currency/currency-settings.module.css";
import { declaredCurrency } from "@/lib/model/currency";
import type { FieldError } from "@/lib/outcome";
import { FigureQuestion } from "./figure-question";
import styles from "./questions.module.css";
import type { TypedAnswers } from "./typed-answers";

interface BillQuestionProps {
  texts: TypedAnswers["bill"];
  faults: readonly FieldError[];
  onTexts: (texts: TypedAnswers["bill"]) => void;
}

/** What a month of the cloud was billed. */
export function BillQuestion({ texts, faults, onTexts }: BillQuestionProps) {
  const id = useId();
  const faultOf = (key: string) => faults.find((fault) => fault.key === key)?.message;
  return (
    <div className={styles.figures}>
      <FigureQuestion
        label="Bill of the month"
        unit={declaredCurrency}
        text={texts.amount}
        fault={faultOf("amount")}
        otherwise="without tax"
        onText={(amount) => onTexts({ ...texts, amount })}
      />
      <div className={styles.figure}>
        <label htmlFor={id}>Month</label>
        <input
          id={id}
          type="month"
          className={settings.control}
          value={texts.month}
          aria-describedby={`${id}-fault`}
          onChange={(event) => onTexts({ ...texts, month: event.currentTarget.value })}
        />
        <p id={`${id}-fault`} className={styles.fault} role={faultOf("month") === undefined ? undefined : "alert"}>
          {faultOf("month")}
        </p>
      </div>
    </div>
  );
}
