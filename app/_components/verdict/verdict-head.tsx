import { memo, type ReactNode, type Ref } from "react";
import styles from "./verdict-head.module.css";

interface VerdictHeadProps {
  /** The answer in one sentence. */
  sentence: string;
  /** What its amounts are, and what its chances rest on. */
  basis: string;
  /** What matched service levels would change, or what is still being worked out. */
  note?: ReactNode;
  /** What chooses between views of the answer. */
  action?: ReactNode;
  ref?: Ref<HTMLDivElement> | undefined;
}

/** The answer first: one large sentence that is no surer than its figures, and in small what it rests on. */
export const VerdictHead = memo(function VerdictHead({ sentence, basis, note, action, ref }: VerdictHeadProps) {
  return (
    <section ref={ref} id="answer" className={styles.head} aria-labelledby="answer-title" tabIndex={-1}>
      <h2 id="answer-title" className={styles.unseen}>
        Answer
      </h2>
      <p className={styles.sentence}>{sentence}</p>
      <p className={styles.basis}>{basis}</p>
      {note === undefined && action === undefined ? null : (
        <div className={styles.note}>
          <div>{note}</div>
          {action}
        </div>
      )}
    </section>
  );
});
