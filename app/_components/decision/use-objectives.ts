"use client";

import { useCallback, useMemo, useState } from "react";
import type { TrialsQuestion } from "@/app/_components/verdict/trials/trials-question";
import { useWorker } from "@/app/_components/worker/use-worker";
import type { ComparisonSettings } from "@/lib/analysis/objectives/comparison";
import type { ObjectivesQuestion, ObjectivesReply } from "./objectives-worker";

const create = () => new Worker(new URL("./objectives-worker.ts", import.meta.url), { type: "module" });

/** Shares of weightings, of these very settings and figures; undefined until they are known. */
export type WeightingShares = Partial<Record<ObjectivesReply["kind"], readonly number[] | null>>;

/** Draws weightings in a worker. @param question and settings new objects only for new ones */
export function useObjectives(question: TrialsQuestion, settings: ComparisonSettings, amongText: string) {
  const [found, setFound] = useState<{ of: ObjectivesQuestion; shares: WeightingShares } | null>(null);
  const asked = useMemo(
    (): ObjectivesQuestion => ({ asked: question, settings, among: JSON.parse(amongText) as number[] }),
    [question, settings, amongText],
  );
  const take = useCallback((reply: ObjectivesReply, of: ObjectivesQuestion) => {
    setFound((before) => ({ of, shares: { ...(before?.of === of ? before.shares : {}), [reply.kind]: reply.shares } }));
  }, []);
  const hasFailed = useWorker(create, asked, take);
  return { shares: found?.of === asked ? found.shares : {}, hasFailed };
}
