import { CommentMarker } from "@/app/_components/comments/comment-marker";
import styles from "./answer-note.module.css";

interface AnswerNoteProps {
  /** What matched service levels would change; null where they change nothing, or are not known. */
  matched: string | null;
  /** Null where the reader cannot change the model. */
  onMatch: (() => void) | null;
}

/** Under the verdict: what matched service levels would change of it, and its comments. */
export function AnswerNote({ matched, onMatch }: AnswerNoteProps) {
  return (
    <div className={styles.note}>
      {matched === null ? null : (
        <span>
          <a href="#service">{matched}</a>{" "}
          {onMatch === null ? null : (
            <button type="button" className={styles.apply} onClick={onMatch}>
              Match them
            </button>
          )}
        </span>
      )}
      <CommentMarker subject={{ kind: "result", key: "answer" }} isAlwaysShown />
    </div>
  );
}
