"use client";

import { useEffect, useState } from "react";
import type { CommentThread } from "@/lib/comments/comment";
import { routes } from "@/lib/routes";
import { useComments } from "./comments-context";

const openOf = (threads: readonly CommentThread[]) => threads.filter(({ resolved }) => resolved === null).length;

/** "Comments", with how many threads are open. */
export function CommentsWord({ modelId }: { modelId: string }) {
  const comments = useComments();
  const counted = useOpenThreads(modelId, comments === null);
  const open = comments === null ? counted : openOf(comments.threads);
  return open === 0 ? "Comments" : `Comments (${open})`;
}

/** How many threads of a model are open, where its page has no comments itself; 0 until that is known. */
function useOpenThreads(modelId: string, isAsked: boolean): number {
  const [open, setOpen] = useState(0);
  useEffect(() => {
    if (!isAsked) return;
    const left = new AbortController();
    fetch(routes.threads(modelId), { headers: { accept: "application/json" }, signal: left.signal })
      .then(async (answer) => {
        if (answer.ok) setOpen(openOf(((await answer.json()) as { threads: CommentThread[] }).threads));
      })
      // The word says enough without the count.
      .catch(() => {});
    return () => left.abort();
  }, [modelId, isAsked]);
  return open;
}
