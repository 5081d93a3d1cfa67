"use client";

import { useCallback, useMemo, useState } from "react";
import { useWorker } from "@/app/_components/worker/use-worker";
import type { TrialDots } from "@/lib/analysis/uncertainty/difference-dots";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import type { TrialsQuestion, TrialsReply } from "./trials-question";

/** What trials of the model tell. */
export interface Trials {
  /** Of these very figures; null until the first of them are in. */
  readonly fresh: UncertaintyDocument | null;
  /** The newest known, whether or not of these figures: to keep the room, never to be read as fresh. */
  readonly latest: UncertaintyDocument | null;
  /** Of the fresh ones; null before them. */
  readonly dots: TrialDots | null;
  /** How many of these figures' trials are in, and of how many. */
  readonly done: number;
  readonly all: number;
  /** Why there are none. */
  readonly problem: string | null;
}

const create = () => new Worker(new URL("./trials-worker.ts", import.meta.url), { type: "module" });

const failed = "This browser cannot run the trials that say how sure the answer is. Load the page again.";

/**
 * Runs thousands of trials in a worker.
 *
 * @param asked a new object only for new figures
 * @param question the one whose figures are drawn, where drawing is later than asking
 */
export function useTrials(asked: TrialsQuestion, question = asked): Trials {
  const [found, setFound] = useState<{ of: TrialsQuestion; reply: TrialsReply } | null>(null);
  const [latest, setLatest] = useState<UncertaintyDocument | null>(null);
  const take = useCallback((reply: TrialsReply, of: TrialsQuestion) => {
    setFound({ of, reply });
    if (reply.kind === "document") setLatest(reply.document);
  }, []);
  const hasFailed = useWorker(create, asked, take, true);
  return useMemo(() => {
    const reply = found?.of === question ? found.reply : null;
    const fresh = reply?.kind === "document" ? reply.document : null;
    const refused = reply?.kind === "refused" ? reply.message : null;
    return {
      ...{ fresh, latest },
      dots: reply?.kind === "document" ? reply.dots : null,
      done: fresh?.trials ?? 0,
      all: question.trials,
      problem: hasFailed ? failed : refused,
    };
  }, [found, latest, question, hasFailed]);
}
