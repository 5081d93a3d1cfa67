import "server-only";
import type { CommentSubject } from "@/lib/comments/comment";
import { placeText, type RowPlace, readPlace } from "@/lib/draft/place";

interface StoredSubject {
  subject: CommentSubject["kind"] | null;
  subjectKey: string;
  subjectLabel: string;
}

const ofRow = "row ";

/** The key under which a subject is stored: of a row its table and id, as its place has them behind its kind. */
export function storedKey(subject: CommentSubject): string {
  if (subject.kind === "model") return "";
  return subject.kind === "row" ? placeText(subject).slice(ofRow.length) : subject.key;
}

/** The opposite of `storedKey`. */
export function subjectOf({ subject, subjectKey: key, subjectLabel: label }: StoredSubject): CommentSubject {
  if (subject === "input" || subject === "result") return { kind: subject, key };
  return subject === "row" ? { ...(readPlace(`${ofRow}${key}`) as RowPlace), label } : { kind: "model" };
}
