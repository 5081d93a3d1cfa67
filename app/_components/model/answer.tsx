import styles from "./answer.module.css";

/** The answer first: one large sentence, then what belongs to it. */
export function Answer({ sentences }: { sentences: readonly string[] }) {
  const [first, ...rest] = sentences;
  return (
    <div className={styles.answer} aria-live="polite">
      <p className={styles.first}>{first}</p>
      {rest.map((sentence) => (
        <p key={sentence} className={styles.rest}>
          {sentence}
        </p>
      ))}
    </div>
  );
}
