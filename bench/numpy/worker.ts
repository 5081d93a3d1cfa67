import { readFileSync } from "node:fs";
import { parentPort } from "node:worker_threads";
import { type Evaluator, evaluatorOf } from "./evaluator";
import { type Name, requestFor } from "./requests";

/** A worker that works out some replicates when it is asked, as the workers of a page do. */

/** Replicates from and to (without it). */
export interface Share {
  readonly name: Name;
  readonly from: number;
  readonly to: number;
}

export interface Done {
  readonly kept: number;
  /** Of this thread, seconds; not a number where the system does not tell. */
  readonly processor: number;
}

/** Processor time of this thread alone, seconds: Linux tells, in nanoseconds. */
function ofThisThread(): number {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "latin1").split(" ")[0]) / 1e9;
  } catch {
    return Number.NaN;
  }
}

const evaluators = new Map<Name, Evaluator>();

parentPort?.on("message", ({ name, from, to }: Share) => {
  const evaluator = evaluators.get(name) ?? evaluatorOf(requestFor(name));
  evaluators.set(name, evaluator);
  const before = ofThisThread();
  const { kept } = evaluator.evaluate(from, to);
  parentPort?.postMessage({ kept, processor: ofThisThread() - before } satisfies Done);
});
