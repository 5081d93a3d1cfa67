"use client";

import { useState, useTransition } from "react";
import type { CommentOutcome } from "@/lib/comments/comment";
import { whatFailed } from "../ui/what-failed";
import { useComments } from "./comments-context";

/** Runs what takes no words, then shows the comments anew; what went wrong is told. */
export function useCommentAction() {
  const reload = useComments()?.reload;
  const [isBusy, startTransition] = useTransition();
  const [fault, setFault] = useState<string | undefined>(undefined);
  const run = (act: () => Promise<CommentOutcome>) =>
    startTransition(async () => {
      try {
        const outcome = await act();
        setFault(outcome.ok ? undefined : outcome.faults.map(({ message }) => message).join(" "));
        if (outcome.ok) await reload?.();
      } catch (error) {
        setFault(whatFailed(error, "Nothing was changed"));
      }
    });
  return { run, isBusy, fault };
}
