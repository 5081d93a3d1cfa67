"use client";

import { useCallback, useMemo, useState } from "react";
import { useWorker } from "@/app/_components/worker/use-worker";
import type { ServiceMatch } from "@/lib/analysis/match-service-levels";
import type { ScaleCurve } from "@/lib/analysis/sensitivity/scale-curve";
import type { Sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import type { SensitivityQuestion, SensitivityReply } from "./sensitivity-worker";

/** An analysis, and the question that it answers. */
interface Found<T> {
  readonly of: SensitivityQuestion;
  readonly value: T;
}

/** What single inputs do to the answer. Each is the newest known, null before the first. */
export interface SingleInputs {
  readonly sensitivity: Sensitivity | null;
  readonly curve: ScaleCurve | null;
  /** What matches service levels; undefined until that of these figures is known, null where they have no result. */
  readonly matched: ServiceMatch | null | undefined;
  /** Whether the newest known are of earlier figures. */
  readonly isStale: { readonly sensitivity: boolean; readonly curve: boolean };
  /** How many inputs could each change the winner, of these very figures; null until that is known. */
  readonly turners: number | null;
  /** By how much each input moves the answer, of these very figures: null until that is known, empty where they have no result. */
  readonly swings: Sensitivity["swings"] | null;
  /** Whether the browser could not run it. */
  readonly hasFailed: boolean;
}

const create = () => new Worker(new URL("./sensitivity-worker.ts", import.meta.url), { type: "module" });

/** Runs hundreds of evaluations in a worker, so that typing stays smooth. @param question a new object only for new figures */
export function useSensitivity(question: SensitivityQuestion): SingleInputs {
  const [sensitivity, setSensitivity] = useState<Found<Sensitivity | null> | null>(null);
  const [matched, setMatched] = useState<Found<ServiceMatch | null> | null>(null);
  const [curve, setCurve] = useState<Found<ScaleCurve> | null>(null);
  const take = useCallback((reply: SensitivityReply, of: SensitivityQuestion) => {
    if (reply.kind === "sensitivity") setSensitivity({ of, value: reply.sensitivity });
    else if (reply.kind === "matched") setMatched({ of, value: reply.matched });
    else setCurve({ of, value: reply.curve });
  }, []);
  const hasFailed = useWorker(create, question, take);
  return useMemo(
    () => ({
      sensitivity: sensitivity?.value ?? null,
      curve: curve?.value ?? null,
      matched: matched?.of === question ? matched.value : undefined,
      isStale: {
        sensitivity: sensitivity !== null && sensitivity.of !== question,
        curve: curve !== null && curve.of !== question,
      },
      turners: sensitivity?.of === question ? (sensitivity.value?.turners ?? null) : null,
      swings: sensitivity?.of === question ? (sensitivity.value?.swings ?? {}) : null,
      hasFailed,
    }),
    [sensitivity, matched, curve, question, hasFailed],
  );
}
