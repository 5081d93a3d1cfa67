"use client";

import { useEffect, useMemo, useRef } from "react";
import type { CustomLine } from "@/lib/model/custom-lines";
import { evaluateModel, ModelError } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import type { ModelResult } from "@/lib/model/result";

export interface Evaluation {
  /** The newest result there is; null where there has been none yet. */
  result: ModelResult | null;
  /** Why the figures on the page are not those of the inputs. */
  problem: string | null;
}

/** The result of a model's complete inputs, the last good result stays where there is no new one. */
export function useEvaluation(inputs: Inputs, customLines: readonly CustomLine[]): Evaluation {
  const evaluated = useMemo((): Evaluation => {
    try {
      return { result: evaluateModel(inputs, customLines), problem: null };
    } catch (error) {
      if (error instanceof ModelError) return { result: null, problem: error.message };
      throw error;
    }
  }, [inputs, customLines]);
  const lastGood = useRef<ModelResult | null>(null);
  useEffect(() => {
    if (evaluated.result !== null) lastGood.current = evaluated.result;
  }, [evaluated]);
  return evaluated.result === null ? { ...evaluated, result: lastGood.current } : evaluated;
}
