import { memo, type Ref } from "react";
import styles from "./answer.module.css";

/** The answer first: one large sentence, then what belongs to it. */
export const Answer = memo(function Answer({
  sentences,
  ref,
}: {
  sentences: readonly string[];
  ref?: Ref<HTMLDivElement> | undefined;
}) {
  const [first, ...rest] = sentences;
  return (
    <div ref={ref} className={styles.answer} aria-live="polite">
      <p className={styles.first}>{first}</p>
      {rest.map((sentence) => (
        <p key={sentence} className={styles.rest}>
          {sentence}
        </p>
      ))}
    </div>
  );
});
