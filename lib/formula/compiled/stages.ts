import type { Place, Step } from "../compile";

/**
 * How a step is worked out: on rows in memory (by a routine, or its kernel), one value by code, a month at a time by
 * code, or a fold of the months.
 */
export type Way = "kernel" | "once" | "monthly" | "fold";

export function wayOf({ primitive, args, out }: Step, places: readonly Place[]): Way {
  if (primitive.fold) return "fold";
  if (!primitive.code && !primitive.vector) return "kernel";
  if (places[out]?.shape === "monthly") return "monthly";
  return args.some((arg) => places[arg]?.shape === "monthly") ? "kernel" : "once";
}

export interface StagedStep {
  readonly step: Step;
  readonly way: Way;
  readonly stage: number;
}

/** From which stage on, and with which of its parts, a value is there. */
const readyAfter = (way: Way) => (way === "kernel" || way === "once" ? 0 : 1);

/**
 * Parts the steps of a program into stages. In a stage first the kernels are worked out, then what is one value, then,
 * in one pass over the months, what changes with them and what folds them. So a step waits for the stage after where it
 * asks a kernel, or one value, of what the pass gives; and a kernel for what code gives at all.
 *
 * A step is as late as those that need it allow: then most values of a month are used in the pass that makes them, and
 * are never stored.
 *
 * @param steps those that are worked out for each sample, in order
 */
export function stagesOf(steps: readonly Step[], places: readonly Place[]): StagedStep[] {
  const ways = steps.map((step) => wayOf(step, places));
  const maker = new Map(steps.map(({ out }, i) => [out, i]));
  const stages = new Int32Array(steps.length);
  for (const [i, { args }] of steps.entries()) {
    for (const arg of args) {
      const from = maker.get(arg);
      if (from === undefined) continue;
      stages[i] = Math.max(stages[i] as number, (stages[from] as number) + waits(ways[from] as Way, ways[i] as Way));
    }
  }
  const last = Math.max(0, ...stages);
  const latest = new Int32Array(steps.length).fill(last);
  for (let i = steps.length - 1; i >= 0; i--) {
    // A kernel stays where it is: what it gives lies in memory, whenever it is worked out.
    if (ways[i] === "kernel") latest[i] = stages[i] as number;
    for (const arg of steps[i]?.args ?? []) {
      const from = maker.get(arg);
      if (from === undefined) continue;
      latest[from] = Math.min(latest[from] as number, (latest[i] as number) - waits(ways[from] as Way, ways[i] as Way));
    }
  }
  return steps.map((step, i) => ({
    step,
    way: ways[i] as Way,
    stage: ways[i] === "kernel" ? (stages[i] as number) : (latest[i] as number),
  }));
}

/** How many stages later a step can be than one whose result it needs. */
function waits(from: Way, to: Way): number {
  if (to === "kernel") return from === "kernel" ? 0 : 1;
  if (to === "once") return readyAfter(from);
  return from === "fold" ? 1 : 0;
}
