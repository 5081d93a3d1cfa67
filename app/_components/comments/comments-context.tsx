"use client";

import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import {
  type CommentOutcome,
  type CommentSubject,
  type Comments,
  type CommentThread,
  subjectKeyOf,
} from "@/lib/comments/comment";
import { routes } from "@/lib/routes";

/** What can be done with comments; the pages hand the server's actions down. */
export interface CommentActions {
  add: (modelId: string, input: { subject: CommentSubject; body: string }) => Promise<CommentOutcome>;
  reply: (modelId: string, threadId: string, input: { body: string }) => Promise<CommentOutcome>;
  edit: (modelId: string, commentId: string, input: { body: string }) => Promise<CommentOutcome>;
  remove: (modelId: string, commentId: string) => Promise<CommentOutcome>;
  resolve: (modelId: string, threadId: string, isResolved: boolean) => Promise<CommentOutcome>;
}

interface CommentsState extends Comments {
  modelId: string;
  actions: CommentActions;
  /** Open threads by subject, as subjectKeyOf names it. */
  openBySubject: ReadonlyMap<string, number>;
  /** The subject in the drawer beside the page; null where it is closed. */
  subject: CommentSubject | null;
  ask: (subject: CommentSubject | null) => void;
  reload: () => Promise<void>;
  /** A reload that is not urgent: the next one serves as well. */
  follow: () => void;
  /** The model is gone: nothing more is read, and nothing can be written. */
  end: () => void;
  isEnded: boolean;
  /** Threads in which the person is typing: they stay in place, whatever others do to them. */
  writingIn: ReadonlySet<string>;
  setWriting: (threadId: string, isWriting: boolean) => void;
}

const Context = createContext<CommentsState | null>(null);

/** Null where the page has no comments, as behind a link. */
export function useComments(): CommentsState | null {
  return useContext(Context);
}

/** How long the first comments wait for the stream that tells of others, ms: read once it is open, they are read once, and none is missed. */
const patience = 1_000;

const none: Comments = { threads: [], names: {}, canComment: false, mentionable: [] };

/** Shown in place of a new comment to a person who may not begin a thread. */
export function readingWords({ threads }: Pick<Comments, "threads">): string {
  return threads.some(({ canReply }) => canReply)
    ? "You can read comments on this model, and reply where you are mentioned."
    : "You can read comments on this model but not write any.";
}

interface CommentsProviderProps {
  modelId: string;
  actions: CommentActions;
  /**
   * The comments where the page has read them already; else they are fetched after it is drawn, so that it need not
   * wait.
   */
  initial?: Comments;
  children: ReactNode;
}

export function CommentsProvider({ modelId, actions, initial, children }: CommentsProviderProps) {
  const [comments, setComments] = useState(initial ?? none);
  const [subject, ask] = useState<CommentSubject | null>(null);
  const [writingIn, setWritingIn] = useState<ReadonlySet<string>>(new Set());
  const writing = useRef(writingIn);
  const newest = useRef(0);
  const [isEnded, setEnded] = useState(false);
  const hasEnded = useRef(false);
  const end = useCallback(() => {
    hasEnded.current = true;
    setEnded(true);
  }, []);

  const reload = useCallback(async () => {
    if (hasEnded.current) return;
    newest.current += 1;
    const own = newest.current;
    const answer = await fetch(routes.threads(modelId), { headers: { accept: "application/json" } });
    // A later request is newer; a refused one changes nothing.
    if (!answer.ok || own !== newest.current) return;
    const latest = (await answer.json()) as Comments;
    setComments((known) => {
      const next = keepThreads(latest, known, writing.current);
      // Nothing is drawn anew for comments that are as they were.
      return JSON.stringify(next) === JSON.stringify(known) ? known : next;
    });
  }, [modelId]);
  const first = useRef<ReturnType<typeof setTimeout>>(undefined);
  const follow = useCallback(() => {
    clearTimeout(first.current);
    void reload().catch(() => {});
  }, [reload]);
  const setWriting = useCallback((threadId: string, isWriting: boolean) => {
    if (writing.current.has(threadId) === isWriting) return;
    const next = new Set(writing.current);
    if (isWriting) next.add(threadId);
    else next.delete(threadId);
    writing.current = next;
    setWritingIn(next);
  }, []);

  const hasInitial = initial !== undefined;
  useEffect(() => {
    if (!hasInitial) first.current = setTimeout(follow, patience);
    window.addEventListener("focus", follow);
    return () => {
      clearTimeout(first.current);
      window.removeEventListener("focus", follow);
    };
  }, [follow, hasInitial]);

  const state = useMemo(
    () => ({
      ...comments,
      canComment: comments.canComment && !isEnded,
      modelId,
      actions,
      openBySubject: countOpen(comments.threads),
      subject,
      ask,
      reload,
      follow,
      end,
      isEnded,
      writingIn,
      setWriting,
    }),
    [comments, isEnded, modelId, actions, subject, reload, follow, end, writingIn, setWriting],
  );
  return <Context value={state}>{children}</Context>;
}

/** The latest comments, and deleted threads in which a reply is being typed: it must not be lost. */
function keepThreads(latest: Comments, known: Comments, writing: ReadonlySet<string>): Comments {
  const lost = known.threads.filter(({ id }) => writing.has(id) && !latest.threads.some((thread) => thread.id === id));
  return lost.length === 0 ? latest : { ...latest, threads: [...latest.threads, ...lost] };
}

function countOpen(threads: readonly CommentThread[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { subject, resolved } of threads) {
    if (resolved !== null) continue;
    const key = subjectKeyOf(subject);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}
