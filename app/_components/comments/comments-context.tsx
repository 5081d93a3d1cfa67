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
  add: (modelId: string, given: { subject: CommentSubject; body: string }) => Promise<CommentOutcome>;
  reply: (modelId: string, threadId: string, given: { body: string }) => Promise<CommentOutcome>;
  edit: (modelId: string, commentId: string, given: { body: string }) => Promise<CommentOutcome>;
  remove: (modelId: string, commentId: string) => Promise<CommentOutcome>;
  resolve: (modelId: string, threadId: string, isResolved: boolean) => Promise<CommentOutcome>;
}

interface CommentsState extends Comments {
  modelId: string;
  actions: CommentActions;
  /** Open threads by subject, as subjectKeyOf names it. */
  openBySubject: ReadonlyMap<string, number>;
  /** What the drawer beside the page shows; null where it is closed. */
  asked: CommentSubject | null;
  ask: (subject: CommentSubject | null) => void;
  reload: () => Promise<void>;
  /** reload, where nobody waits for it and the next will do as well. */
  follow: () => void;
  /** The model is gone: nothing more is asked of it, and nothing can be written. */
  end: () => void;
  isEnded: boolean;
  /** Threads in which something is being typed: they stay where they are, whatever others do to them. */
  writingIn: ReadonlySet<string>;
  setWriting: (threadId: string, isWriting: boolean) => void;
}

const Context = createContext<CommentsState | null>(null);

/** Null where the page has no comments, as behind a link. */
export function useComments(): CommentsState | null {
  return useContext(Context);
}

const none: Comments = { threads: [], names: {}, canComment: false, mentionable: [] };

/** What stands where a new comment would be typed, for whoever may begin no thread. */
export function readingWords({ threads }: Pick<Comments, "threads">): string {
  return threads.some(({ canReply }) => canReply)
    ? "You can read comments on this model, and reply where you are mentioned."
    : "You can read comments on this model but not write any.";
}

interface CommentsProviderProps {
  modelId: string;
  actions: CommentActions;
  /** The comments where the page has read them already; else they are fetched after it is drawn, so that it need not wait. */
  initial?: Comments;
  children: ReactNode;
}

export function CommentsProvider({ modelId, actions, initial, children }: CommentsProviderProps) {
  const [comments, setComments] = useState(initial ?? none);
  const [asked, ask] = useState<CommentSubject | null>(null);
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
    // What was asked for later is newer; what was refused leaves what is known.
    if (!answer.ok || own !== newest.current) return;
    const told = (await answer.json()) as Comments;
    setComments((known) => keepThreads(told, known, writing.current));
  }, [modelId]);
  const follow = useCallback(() => void reload().catch(() => {}), [reload]);
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
    if (!hasInitial) follow();
    window.addEventListener("focus", follow);
    return () => window.removeEventListener("focus", follow);
  }, [follow, hasInitial]);

  const state = useMemo(
    () => ({
      ...comments,
      canComment: comments.canComment && !isEnded,
      modelId,
      actions,
      openBySubject: countOpen(comments.threads),
      asked,
      ask,
      reload,
      follow,
      end,
      isEnded,
      writingIn,
      setWriting,
    }),
    [comments, isEnded, modelId, actions, asked, reload, follow, end, writingIn, setWriting],
  );
  return <Context value={state}>{children}</Context>;
}

/** What was told, and threads that somebody else deleted while an answer to them is typed: the words must not go with them. */
function keepThreads(told: Comments, known: Comments, writing: ReadonlySet<string>): Comments {
  const lost = known.threads.filter(({ id }) => writing.has(id) && !told.threads.some((thread) => thread.id === id));
  return lost.length === 0 ? told : { ...told, threads: [...told.threads, ...lost] };
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
