"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useWorker } from "@/app/_components/worker/use-worker";
import type { EachReply, EachTrials, TrialsQuestion } from "./trials-question";

/** What trials of one of several figures tell so far. */
export type Tried = Omit<EachReply, "place">;

const create = () => new Worker(new URL("./each-trials-worker.ts", import.meta.url), { type: "module" });
const waiting: Tried = { document: null, problem: null };
const failed: Tried = { document: null, problem: "This browser cannot run the trials. Load the page again." };

const isWhole = ({ trials }: TrialsQuestion, known: Tried | undefined) =>
  known !== undefined && (known.problem !== null || known.document?.trials === trials);

/**
 * Runs thousands of trials of several figures, one after another, in a worker. What is known of figures is kept while they are on the page:
 * a change of one leaves the others as they are, and nothing is shown of figures that are not these.
 *
 * @param questions null where figures have no result
 */
export function useTrialsOfEach(questions: readonly (TrialsQuestion | null)[]): readonly Tried[] {
  const [known, setKnown] = useState<ReadonlyMap<string, Tried>>(new Map());
  const keys = questions.map((question) => question && JSON.stringify(question));
  const all = keys.join("\n");
  // biome-ignore lint/correctness/useExhaustiveDependencies: by what is asked; answers ask nothing anew.
  const asked = useMemo(
    (): EachTrials => ({
      trials: questions.filter(
        (question, place) => question !== null && !isWhole(question, known.get(keys[place] ?? "")),
      ) as TrialsQuestion[],
    }),
    [all],
  );
  const onPage = useRef(all);
  useEffect(() => {
    onPage.current = all;
  }, [all]);
  const take = useCallback(({ place, ...tried }: EachReply, of: EachTrials) => {
    const kept = new Set(onPage.current.split("\n"));
    const isKept = ([key]: readonly [string, Tried]) => kept.has(key);
    setKnown((before) => new Map([...before].filter(isKept)).set(JSON.stringify(of.trials[place]), tried));
  }, []);
  const hasFailed = useWorker(create, asked, take);
  return keys.map((key) => (key === null ? waiting : (known.get(key) ?? (hasFailed ? failed : waiting))));
}
