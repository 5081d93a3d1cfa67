import type { ReactNode } from "react";
import { inReadersMarks } from "@/lib/value/number-marks";
import styles from "./new-model.module.css";

export interface TemplateChoice {
  key: string;
  title: string;
  what: string;
  sources?: string;
  isNot?: string;
  says?: string | undefined;
  /** Of a published table: the figures that come out. */
  lookFor?: string;
  /** The number of inputs it states; the rest have their defaults. */
  count: number;
  /** What it answers as it stands, drawn on the server. */
  answer?: ReactNode;
}

interface ChoicesProps {
  legend: string;
  choices: readonly TemplateChoice[];
  chosen: string;
  onChoose: (key: string) => void;
  /** How the choices are laid out; what is said of all of them stands below the legend. */
  looks: { of: "cards"; about: string } | { of: "rows" };
}

/** What a model can be started from, one of which is chosen. */
export function Choices({ legend, choices, chosen, onChoose, looks }: ChoicesProps) {
  const isOfCards = looks.of === "cards";
  return (
    <fieldset className={isOfCards ? styles.cards : styles.choices}>
      <legend className={styles.legend}>{legend}</legend>
      {isOfCards ? <p className={styles.cardsAbout}>{looks.about}</p> : null}
      {choices.map((choice) => (
        <label key={choice.key} className={isOfCards ? styles.card : styles.choice} data-chosen={chosen === choice.key}>
          <input
            type="radio"
            name="template"
            value={choice.key}
            checked={chosen === choice.key}
            onChange={() => onChoose(choice.key)}
            className={styles.radio}
          />
          <span className={styles.title}>{choice.title}</span>
          <span className={styles.words}>
            {inReadersMarks(choice.what)}
            {chosen === choice.key ? <About of={choice} /> : null}
          </span>
          {choice.answer}
        </label>
      ))}
    </fieldset>
  );
}

interface AboutProps {
  of: TemplateChoice;
  /** It stands in the column beside the choices, which a narrow screen has not; there it stands with the choice. */
  isBeside?: boolean;
}

/** What a template rests on, and what it is not. */
export function About({ of: { sources, isNot, says, lookFor, count }, isBeside = false }: AboutProps) {
  if (sources === undefined) return null;
  return (
    <span className={styles.more} data-beside={isBeside}>
      {sources} {inReadersMarks(`${isNot ?? ""} ${says ?? ""}`)} {lookFor} It states {count} inputs; the rest have their
      defaults.
    </span>
  );
}
