import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { finish, type Steps } from "@/lib/analysis/steps";
import { simulate } from "@/lib/analysis/uncertainty/simulate";
import { summarise } from "@/lib/analysis/uncertainty/summarise";
import { replicateSize } from "@/lib/math/hypercube";
import { timeOf } from "./processor-time";
import { requestOf } from "./uncertainty-request";

/**
 * One run of trials with its statistics, in a process that does nothing else, so that the most memory held is its own
 * (`bench/uncertainty.ts` starts one for each number of trials). Twice: once with all code still to be made, once warm.
 * Then once more with collections in between, which tells what is in use from what is only not yet collected.
 */

const trials = Number(process.argv[2]);

function run(seed: number): string {
  const request = requestOf(trials, seed);
  const parts: Parameters<typeof summarise>[1][number][] = [];
  const simulated = timeOf(() => parts.push(finish(simulate(request, 0, trials / replicateSize))));
  const summarised = timeOf(() => finish(summarise(request, parts)));
  return `${simulated.toFixed(2)} s, statistics ${summarised.toFixed(2)} s`;
}

/** Bytes in use at most, on the heap and in arrays, as far as some fifty collections a run can tell. */
function mostInUse(seed: number): number {
  setFlagsFromString("--expose-gc");
  const collect = runInNewContext("gc") as () => void;
  const request = requestOf(trials, seed);
  let most = 0;
  const watch = <T>(steps: Steps<T>, every: number): T => {
    for (let i = 0; ; i++) {
      const { done, value } = steps.next();
      if (done || i % every === 0) {
        // Arrays are let go after the collection that finds them.
        collect();
        collect();
        const { heapUsed, arrayBuffers } = process.memoryUsage();
        most = Math.max(most, heapUsed + arrayBuffers);
      }
      if (done) return value;
    }
  };
  const part = watch(simulate(request, 0, trials / replicateSize), Math.max(1, trials / 5000));
  watch(summarise(request, [part]), 5);
  return most;
}

const atFirst = process.resourceUsage().maxRSS;
const cold = run(1);
const held = process.resourceUsage().maxRSS;
const megabytes = (kilobytes: number) => Math.round(kilobytes / 1024);
const memory = `at most ${megabytes(held)} MB held, ${megabytes(atFirst)} before`;
const warm = run(2);
console.log(
  `${String(trials).padStart(7)} trials: ${cold}, again ${warm}; ${memory}; at most ${megabytes(mostInUse(3) / 1024)} MB in use`,
);
