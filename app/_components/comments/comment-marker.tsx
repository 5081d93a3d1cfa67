"use client";

import { type CommentSubject, subjectKeyOf, subjectName } from "@/lib/comments/comment";
import styles from "./comments.module.css";
import { useComments } from "./comments-context";

interface CommentMarkerProps {
  subject: CommentSubject;
  /** Whether it also shows where there is no thread, to begin one. */
  isAlwaysShown?: boolean;
}

/** The number of open threads on a subject; opens them beside the page. */
export function CommentMarker({ subject, isAlwaysShown = false }: CommentMarkerProps) {
  const comments = useComments();
  if (comments === null) return null;
  const count = comments.openBySubject.get(subjectKeyOf(subject)) ?? 0;
  if (count === 0 && !(isAlwaysShown && comments.canComment)) return null;
  const words = count === 0 ? "Comment" : count === 1 ? "1 comment" : `${count} comments`;
  return (
    <button
      type="button"
      className={styles.marker}
      data-has={count > 0}
      aria-label={`${words} on ${subjectName(subject)}`}
      onClick={() => comments.ask(subject)}
    >
      {words}
    </button>
  );
}
