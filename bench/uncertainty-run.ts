import { finish } from "@/lib/analysis/steps";
import { simulate } from "@/lib/analysis/uncertainty/simulate";
import { summarise } from "@/lib/analysis/uncertainty/summarise";
import { replicateSize } from "@/lib/math/hypercube";
import { declaredAt } from "@/lib/model/currency";
import { noRows } from "@/lib/model/rows/own-rows";
import { timeOf } from "./processor-time";

/**
 * One run of trials with its statistics, in a process that does nothing else, so that the most memory held is its own
 * (`bench/uncertainty.ts` starts one for each number of trials). Twice: once with all code still to be made, once warm.
 */

const trials = Number(process.argv[2]);
const declared = declaredAt(1);

function run(seed: number): string {
  const request = {
    ...{ rows: noRows, declared, ranges: {}, evidence: {}, drivers: {}, trials, seed },
    inputs: { ...declared.defaults },
  };
  const parts: Parameters<typeof summarise>[1][number][] = [];
  const simulated = timeOf(() => parts.push(finish(simulate(request, 0, trials / replicateSize))));
  const summarised = timeOf(() => finish(summarise(request, parts)));
  return `${simulated.toFixed(2)} s, statistics ${summarised.toFixed(2)} s`;
}

const atFirst = process.resourceUsage().maxRSS;
const cold = run(1);
const held = process.resourceUsage().maxRSS;
const megabytes = (kilobytes: number) => Math.round(kilobytes / 1024);
console.log(
  `${String(trials).padStart(7)} trials: ${cold}, again ${run(2)}; at most ${megabytes(held)} MB held, ${megabytes(atFirst)} before`,
);
