import { type ReactNode, useId } from "react";
import styles from "./questions.module.css";

interface QuestionProps {
  /** From 1. */
  number: number;
  title: string;
  /** What it is for. */
  purpose: string;
  /** What the model takes where it is skipped. */
  skipped: string;
  children: ReactNode;
}

/** One question: what it is for, what is taken where it is skipped, and where it is answered. */
export function Question({ number, title, purpose, skipped, children }: QuestionProps) {
  const id = useId();
  return (
    <section className={styles.question} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        <span className={styles.number}>{number}</span> {title}
      </h2>
      <p className={styles.words}>
        {purpose} <span className={styles.skipped}>Skipped: {skipped}</span>
      </p>
      {children}
    </section>
  );
}
