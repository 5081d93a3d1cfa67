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

const evaluators = new Map<Name, Evaluator>();

parentPort?.on("message", ({ name, from, to }: Share) => {
  const evaluator = evaluators.get(name) ?? evaluatorOf(requestFor(name));
  evaluators.set(name, evaluator);
  const { kept } = evaluator.evaluate(from, to);
  parentPort?.postMessage(kept);
});
