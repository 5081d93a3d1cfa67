"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { Equalised } from "@/lib/analysis/equalise";
import type { ScaleCurve } from "@/lib/analysis/scale-curve";
import type { Sensitivity } from "@/lib/analysis/sensitivity";
import type { CustomLine } from "@/lib/model/custom-lines";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { Question, Reply } from "./verdict-worker";

interface Asked {
  inputs: Inputs;
  lines: readonly CustomLine[];
  /** Of the model's currency to the dollar. */
  rate: number;
  untouched: readonly InputKey[];
}

export interface Verdict {
  /** The newest there are; null until the first is worked out. */
  curve: ScaleCurve | null;
  sensitivity: Sensitivity | null;
  /** Whether they are still those of figures that have changed since. */
  isBehind: boolean;
  /** Whether the browser could not run it. */
  hasFailed: boolean;
  /** Asks for what equalises the sides; the answer comes later, null where the figures have no result. */
  equalise: () => Promise<Equalised | null>;
}

/** Typing goes on for a while: it is not worth beginning anew at every key. */
const settling = 200;

/** What takes hundreds of evaluations, in a worker, so that typing stays smooth. Follows the figures; runs made stale are dropped. */
export function useVerdict(asked: Asked): Verdict {
  const worker = useRef<Worker | null>(null);
  const run = useRef(0);
  const waiting = useRef(new Map<number, (equalised: Equalised | null) => void>());
  const [curve, setCurve] = useState<ScaleCurve | null>(null);
  const [sensitivity, setSensitivity] = useState<Sensitivity | null>(null);
  const [behind, setBehind] = useState({ run: 0, done: -1 });
  const [hasFailed, setFailed] = useState(false);

  useEffect(() => {
    const made = new Worker(new URL("./verdict-worker.ts", import.meta.url), { type: "module" });
    made.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      if (data.kind === "equalise") {
        waiting.current.get(data.run)?.(data.equalised);
        waiting.current.delete(data.run);
      } else if (data.kind === "scale") setCurve(data.curve);
      else {
        setSensitivity(data.sensitivity);
        setBehind((known) => ({ ...known, done: data.run }));
      }
    });
    made.addEventListener("error", () => setFailed(true));
    worker.current = made;
    return () => made.terminate();
  }, []);

  const { inputs, lines, rate, untouched } = asked;
  useEffect(() => {
    run.current += 1;
    const question: Question = { run: run.current, asks: "verdict", inputs, lines, rate, untouched };
    setBehind((known) => ({ ...known, run: question.run }));
    const timer = setTimeout(() => worker.current?.postMessage(question), settling);
    return () => clearTimeout(timer);
  }, [inputs, lines, rate, untouched]);

  const equalise = useCallback(() => {
    run.current += 1;
    const question: Question = { run: run.current, asks: "equalise", inputs, lines, rate, untouched };
    return new Promise<Equalised | null>((resolve) => {
      waiting.current.set(question.run, resolve);
      worker.current?.postMessage(question);
    });
  }, [inputs, lines, rate, untouched]);

  return { curve, sensitivity, isBehind: behind.done !== behind.run, hasFailed, equalise };
}
