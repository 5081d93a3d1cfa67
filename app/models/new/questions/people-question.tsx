"use client";

import { roles } from "@/lib/draft/starting-answers";
import { roleNames } from "@/lib/model/rows/built-in-roles";
import type { FieldError } from "@/lib/outcome";
import type { modelledPeople } from "@/lib/starting/people";
import { formatNumber, toDigits } from "@/lib/value/format";
import { FigureQuestion } from "./figure-question";
import styles from "./questions.module.css";
import type { TypedAnswers } from "./typed-answers";

interface PeopleQuestionProps {
  texts: TypedAnswers["people"];
  faults: readonly FieldError[];
  /** Whom the model takes without answers; null where it has no result. */
  modelled: ReturnType<typeof modelledPeople>;
  onTexts: (texts: TypedAnswers["people"]) => void;
}

/** How many people work on what runs today, by role. */
export function PeopleQuestion({ texts, faults, modelled, onTexts }: PeopleQuestionProps) {
  return (
    <div className={styles.figures}>
      {roles.map((role) => (
        <FigureQuestion
          key={role}
          label={roleNames[role]}
          unit="FTE"
          text={texts[role]}
          fault={faults.find(({ key }) => key === role)?.message}
          otherwise={modelled === null ? "" : `the model takes ${formatNumber(toDigits(modelled.people[role], 3))}`}
          onText={(text) => onTexts({ ...texts, [role]: text })}
        />
      ))}
    </div>
  );
}
