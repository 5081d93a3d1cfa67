"use client";

import { useCallback, useMemo, useState } from "react";
import type { TrialsQuestion } from "@/app/_components/verdict/trials/trials-question";
import { useWorker } from "@/app/_components/worker/use-worker";
import type { Chances } from "@/lib/analysis/frontier/chances";
import { coarsePoints, type FrontierMap } from "@/lib/analysis/frontier/map";
import type { Architecture } from "@/lib/model/architectures";
import type { InputKey } from "@/lib/model/inputs";
import type { FrontierQuestion, FrontierReply } from "./frontier-worker";

const create = () => new Worker(new URL("./frontier-worker.ts", import.meta.url), { type: "module" });

export interface FrontierSearch {
  /** Undefined until it is known; null where one of the two inputs has nowhere to go. */
  readonly map: FrontierMap | null | undefined;
  /** The finest grid so far. */
  readonly chances: Chances | null;
  readonly areChancesDone: boolean;
  readonly isStopped: boolean;
  readonly hasFailed: boolean;
  readonly stop: () => void;
  readonly again: () => void;
}

/** A map's question without what stops it, as a text: a new object of the same figures is no new question. */
const sameAs = (one: FrontierQuestion | undefined, other: FrontierQuestion) =>
  one?.keys.join() === other.keys.join() && one.architecture === other.architecture;

/**
 * Works out the map of two inputs in a worker, and then how likely an architecture is cheapest on it.
 *
 * @param question a new object only for new figures
 * @param keys null until the two inputs are known
 */
export function useFrontier(
  question: TrialsQuestion,
  keys: readonly [InputKey, InputKey] | null,
  architecture: Architecture,
): FrontierSearch {
  const [across, up] = keys ?? [null, null];
  const [found, setFound] = useState<{
    of: TrialsQuestion;
    by: FrontierQuestion;
    map?: FrontierMap | null;
    chances?: Chances;
  } | null>(null);
  const [isStopped, setStopped] = useState(false);
  const asked = useMemo(
    (): FrontierQuestion => ({
      asked: across === null || up === null || isStopped ? null : question,
      keys: [across ?? "users", up ?? "users"],
      architecture,
    }),
    [question, across, up, architecture, isStopped],
  );
  const take = useCallback((reply: FrontierReply, by: FrontierQuestion) => {
    const { asked: of } = by;
    if (of === null) return;
    setFound((before) => {
      if (reply.kind === "map") return { of, by, map: reply.map };
      return { ...(before ?? { of, by }), chances: reply.chances };
    });
  }, []);
  const hasFailed = useWorker(create, asked, take);
  const current = found?.of === question && sameAs(found.by, asked) ? found : null;
  return {
    map: current?.map,
    chances: current?.chances ?? null,
    areChancesDone: current?.chances?.n === coarsePoints,
    isStopped,
    hasFailed,
    stop: () => setStopped(true),
    again: () => setStopped(false),
  };
}
