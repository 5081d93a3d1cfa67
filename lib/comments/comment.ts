import { placeText, type RowPlace, rowPlace } from "@/lib/draft/place";
import { architectureNames, categoryNames } from "@/lib/model/architectures";
import { input, isInputKey } from "@/lib/model/inputs";
import { type OwnRows, rowTables } from "@/lib/model/rows/own-rows";
import { withIds } from "@/lib/model/rows/row-ids";
import { rowNames } from "@/lib/model/rows/table-names";
import type { Outcome } from "@/lib/outcome";
import { inputName } from "@/lib/value/input-name";
import type { AnyRow } from "@/lib/value/rows/row-words";
import { readResultKey } from "./result-key";

/** What a thread of comments is about: the model, one of its inputs by key, a row by its table and id, or a result by the keys below. */
export type CommentSubject =
  | { kind: "model" }
  | { kind: "input"; key: string }
  | { kind: "result"; key: string }
  /** With what the row was called when the thread was begun: it may be gone. The server reads that from the model. */
  | (RowPlace & { readonly label?: string | undefined });

/**
 * A comment as a page needs it. People are ids; their names stand beside the threads, so that a renamed person shows
 * right.
 */
export interface CommentFull {
  id: string;
  /** Null where their account is gone. */
  authorId: string | null;
  isOwn: boolean;
  /** Plain text with mentions as "@[id]"; empty where it was deleted and has replies. */
  body: string;
  /** ISO 8601, UTC, as the others. */
  createdAt: string;
  editedAt: string | null;
  isDeleted: boolean;
}

export interface CommentThread {
  id: string;
  subject: CommentSubject;
  resolved: { at: string; byId: string | null } | null;
  /** Whether one of its comments mentions the reader. */
  mentionsMe: boolean;
  /** Whether the reader may reply: people who may comment do in each, a viewer where another mentions them. */
  canReply: boolean;
  /** The first, then its replies, the oldest first. */
  comments: CommentFull[];
}

/** A person who may be mentioned; the address is there to tell namesakes apart, where the reader may know it. */
export interface MentionablePerson {
  id: string;
  name: string;
  email: string | null;
}

/** All threads of a model. */
export interface Comments {
  threads: CommentThread[];
  /** Names by id of everybody who wrote, resolved or is mentioned. */
  names: Record<string, string>;
  canComment: boolean;
  mentionable: MentionablePerson[];
}

/** What a model may have at most: its pages read all of them at once. */
export const mostComments = 1_000;
/** In all comments of a model, as they are stored. */
export const mostCharacters = 500_000;

export type CommentOutcome = Outcome<{ id: string }>;

/** As it is sent: what a row is called is the server's to say. */
export function bareSubject(subject: CommentSubject): CommentSubject {
  return subject.kind === "row" ? rowPlace(subject.table, subject) : subject;
}

export function isSameSubject(one: CommentSubject, other: CommentSubject): boolean {
  return subjectKeyOf(one) === subjectKeyOf(other);
}

/** One text for a subject, to look it up by. */
export function subjectKeyOf(subject: CommentSubject): string {
  if (subject.kind === "model") return "model";
  return subject.kind === "row" ? placeText(subject) : `${subject.kind} ${subject.key}`;
}

/** What a subject is called on screen: "The model", "Users", "Energy, own servers". */
export function subjectName(subject: CommentSubject): string {
  if (subject.kind === "model") return "The model";
  // An input of an older version may be gone; its key still says what it was.
  if (subject.kind === "input") return isInputKey(subject.key) ? inputName(input[subject.key]) : subject.key;
  if (subject.kind === "row") return `${rowNames[subject.table]} ${subject.label ?? subject.id}`;
  if (subject.key === "answer") return "The answer";
  const result = readResultKey(subject.key);
  if (result === null) return subject.key;
  const { architecture, category } = result;
  return `${category === "total" ? "Total" : categoryNames[category]}, ${architectureNames[architecture].toLowerCase()}`;
}

/** A thread behind a read-only link: names and words alone, no ids of people or comments. */
export interface LinkedThread {
  subject: CommentSubject;
  /** ISO 8601, UTC; null where it is open. */
  resolvedAt: string | null;
  resolvedBy: string;
  comments: {
    by: string;
    /** Mentions in it are names. */
    body: string;
    at: string;
    isEdited: boolean;
    /** Why there are no words. */
    missing: "deleted" | "changed" | null;
  }[];
}

/** The rows of a model that a thread can be on, each as the key of its subject. */
export function rowKeysOf(rows: OwnRows): string[] {
  return rowTables.flatMap((table) =>
    withIds<AnyRow>(table, rows[table]).map((row) => placeText(rowPlace(table, row))),
  );
}
