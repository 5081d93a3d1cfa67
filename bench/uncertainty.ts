import { finish } from "@/lib/analysis/steps";
import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { simulate } from "@/lib/analysis/uncertainty/simulate";
import { declaredAt } from "@/lib/model/currency";
import { type InputKey, inputList } from "@/lib/model/inputs";

/**
 * `npm run bench:uncertainty`: how long a trial takes in processor time, by the size of a block, with all inputs in doubt and with one,
 * beside plain arithmetic on typed arrays in the same run: ratios tell more than times, for machines swing.
 */

const declared = declaredAt(1);
const request: UncertaintyRequest = {
  ...{
    inputs: { ...declared.defaults },
    lines: [],
    declared,
    ranges: {},
    evidence: {},
    drivers: {},
    trials: 1000,
    seed: 1,
  },
};
const certain = (but: InputKey) =>
  Object.fromEntries(inputList.filter(({ key }) => key !== but).map(({ key }) => [key, "certain" as const]));

/** Processor time of some work, ms. */
function timeOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A trial's worth of multiplications and additions, 820 steps of 61 months, on arrays that stay in the cache. */
function reference(trials: number): number {
  const [a, b, c] = [new Float64Array(4096), new Float64Array(4096).fill(1.0001), new Float64Array(4096).fill(0.5)];
  return timeOf(() => {
    for (let round = 0; round < (trials * 820 * 61) / 4096; round++) {
      for (let i = 0; i < 4096; i++) a[i] = (a[i] as number) * 0.5 + (b[i] as number) * (c[i] as number);
    }
  });
}

reference(500);
const plain = reference(1000) / 1000;
console.log(
  `Node ${process.version}; plain arithmetic on typed arrays: ${(plain * 1000).toFixed(1)} µs for a trial's worth\n`,
);
for (const [what, asked] of [
  ["all inputs in doubt", request],
  ["demand alone", { ...request, evidence: certain("egressTB") }],
] as const) {
  for (const isCompiled of [true, false]) {
    finish(simulate(asked, 0, 1, { isCompiled }));
    const time = timeOf(() => finish(simulate(asked, 1, 3, { isCompiled }))) / 2000;
    console.log(
      `${what.padEnd(20)} ${isCompiled ? "compiled" : "by kernels"}: ${(time * 1000).toFixed(0).padStart(6)} µs a trial, ${(time / plain).toFixed(1).padStart(4)} times the plain one`,
    );
  }
}
