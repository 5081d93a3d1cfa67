"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Equalised } from "@/lib/analysis/equalise";
import type { OwnRanges } from "@/lib/analysis/sensitivity/input-range";
import type { ScaleCurve } from "@/lib/analysis/sensitivity/scale-curve";
import type { Sensitivity } from "@/lib/analysis/sensitivity/sensitivity";
import type { CustomLine } from "@/lib/model/custom-lines";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { Question, Reply } from "./verdict-worker";

interface VerdictQuestion {
  inputs: Inputs;
  lines: readonly CustomLine[];
  /** Units of the model's currency for one dollar. */
  rate: number;
  /** The ends of ranges that a person stated. */
  ranges: OwnRanges;
  untouched: readonly InputKey[];
}

export interface Verdict {
  /** The newest; null before the first. */
  curve: ScaleCurve | null;
  sensitivity: Sensitivity | null;
  /** Whether the figures have changed since. */
  isBehind: boolean;
  /** Whether the browser could not run it. */
  hasFailed: boolean;
  /** Asks for changes that match service levels; the answer comes later, null where the figures have no result. */
  equalise: () => Promise<Equalised | null>;
}

/** A pause in typing, ms: it is not worth restarting at every key. */
const settling = 200;

/**
 * Runs hundreds of evaluations in a worker, so that typing stays smooth. Follows the figures; stale runs are dropped.
 */
export function useVerdict(question: VerdictQuestion): Verdict {
  const worker = useRef<Worker | null>(null);
  const run = useRef(0);
  /** The last question, to be asked again after a failure. */
  const last = useRef<Question | null>(null);
  const waiting = useRef(new Map<number, (equalised: Equalised | null) => void>());
  const [curve, setCurve] = useState<ScaleCurve | null>(null);
  const [sensitivity, setSensitivity] = useState<Sensitivity | null>(null);
  const [behind, setBehind] = useState({ run: 0, done: -1 });
  const [hasFailed, setFailed] = useState(false);

  const start = useCallback((): Worker => {
    if (worker.current !== null) return worker.current;
    const created = new Worker(new URL("./verdict-worker.ts", import.meta.url), { type: "module" });
    created.addEventListener("message", ({ data }: MessageEvent<Reply>) => {
      setFailed(false);
      if (data.kind === "equalise") {
        waiting.current.get(data.run)?.(data.equalised);
        waiting.current.delete(data.run);
      } else if (data.kind === "scale") setCurve(data.curve);
      else {
        setSensitivity(data.sensitivity);
        setBehind((known) => ({ ...known, done: data.run }));
      }
    });
    created.addEventListener("error", (event) => {
      // Without a connection its script cannot be fetched. The next question, or being online again, makes a new one.
      event.preventDefault();
      created.terminate();
      worker.current = null;
      for (const answer of waiting.current.values()) answer(null);
      waiting.current.clear();
      setFailed(true);
    });
    worker.current = created;
    return created;
  }, []);

  useEffect(() => {
    const again = () => {
      if (worker.current === null && last.current !== null) start().postMessage(last.current);
    };
    window.addEventListener("online", again);
    return () => {
      window.removeEventListener("online", again);
      worker.current?.terminate();
      worker.current = null;
    };
  }, [start]);

  const { inputs, lines, rate, ranges, untouched } = question;
  useEffect(() => {
    run.current += 1;
    const question: Question = { run: run.current, asks: "verdict", inputs, lines, rate, ranges, untouched };
    setBehind((known) => ({ ...known, run: question.run }));
    last.current = question;
    const timer = setTimeout(() => start().postMessage(question), settling);
    return () => clearTimeout(timer);
  }, [inputs, lines, rate, ranges, untouched, start]);

  const equalise = useCallback(() => {
    run.current += 1;
    const question: Question = { run: run.current, asks: "equalise", inputs, lines, rate, ranges, untouched };
    return new Promise<Equalised | null>((resolve) => {
      waiting.current.set(question.run, resolve);
      start().postMessage(question);
    });
  }, [inputs, lines, rate, ranges, untouched, start]);

  const isBehind = behind.done !== behind.run;
  return useMemo(
    () => ({ curve, sensitivity, isBehind, hasFailed, equalise }),
    [curve, sensitivity, isBehind, hasFailed, equalise],
  );
}
