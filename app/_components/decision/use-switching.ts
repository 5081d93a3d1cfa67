"use client";

import { useCallback, useMemo, useState } from "react";
import type { TrialsQuestion } from "@/app/_components/verdict/trials/trials-question";
import { useWorker } from "@/app/_components/worker/use-worker";
import type { SwitchingValue } from "@/lib/analysis/switching/switching";
import type { DecisionQuestion } from "./question";
import type { SwitchingReply } from "./switching-worker";

const create = () => new Worker(new URL("./switching-worker.ts", import.meta.url), { type: "module" });

interface Found {
  readonly of: TrialsQuestion;
  readonly values: readonly SwitchingValue[];
  readonly done: number;
  readonly all: number;
}

/** What is known so far of the values that bring architectures to the first place. */
export interface SwitchingSearch {
  readonly values: readonly SwitchingValue[];
  readonly done: number;
  /** 0 until the first is searched. */
  readonly all: number;
  readonly isStopped: boolean;
  readonly hasFailed: boolean;
  readonly stop: () => void;
  readonly again: () => void;
}

/** Searches every input in a worker. @param question a new object only for new figures */
export function useSwitching(question: TrialsQuestion): SwitchingSearch {
  const [found, setFound] = useState<Found | null>(null);
  const [stopped, setStopped] = useState<TrialsQuestion | null>(null);
  const isStopped = stopped === question;
  const asked = useMemo((): DecisionQuestion => ({ asked: isStopped ? null : question }), [question, isStopped]);
  const take = useCallback(({ values, done, all }: SwitchingReply, { asked: of }: DecisionQuestion) => {
    if (of === null) return;
    setFound((before) => {
      // A search that was begun again begins at none.
      const isSame = before?.of === of && before.done < done;
      return { of, values: isSame ? [...before.values, ...values] : values, done, all };
    });
  }, []);
  const hasFailed = useWorker(create, asked, take);
  const current = found?.of === question ? found : null;
  return {
    values: current?.values ?? [],
    done: current?.done ?? 0,
    all: current?.all ?? 0,
    isStopped,
    hasFailed,
    stop: () => setStopped(question),
    again: () => setStopped(null),
  };
}
