"use client";

import { useEffect, useMemo, useRef } from "react";
import { tryEvaluate } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import { refusalWords } from "@/lib/model/refusal";
import type { ModelResult } from "@/lib/model/result";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { rememberOnServer } from "@/lib/remember-on-server";
import { useDeclaredOnServer } from "./use-declared-on-server";

const remember = rememberOnServer<ReturnType<typeof tryEvaluate>>(30);

export interface Evaluation {
  /** The newest result; null before the first. */
  result: ModelResult | null;
  /** Why the figures on the page are not those of the inputs. */
  problem: string | null;
}

/** The result of a model's complete inputs; the last good result stays where there is no new one. */
export function useEvaluation(inputs: Inputs, rows: OwnRows): Evaluation {
  useDeclaredOnServer(rows);
  const evaluated = useMemo((): Evaluation => {
    const outcome = remember([inputs, rows], () => tryEvaluate(inputs, rows));
    if (!outcome.ok) return { result: null, problem: refusalWords(outcome) };
    return { result: outcome.result, problem: null };
  }, [inputs, rows]);
  const lastGood = useRef<ModelResult | null>(null);
  useEffect(() => {
    if (evaluated.result !== null) lastGood.current = evaluated.result;
  }, [evaluated]);
  return evaluated.result === null ? { ...evaluated, result: lastGood.current } : evaluated;
}
