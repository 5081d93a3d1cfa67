import { outcomeProgram } from "@/lib/analysis/uncertainty/outcome-program";
import { emptyOutcomes } from "@/lib/analysis/uncertainty/outcomes";
import { planOf, valuesOf } from "@/lib/analysis/uncertainty/plan";
import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { evaluateTrials } from "@/lib/analysis/uncertainty/trials";
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

function trialsOf(asked: UncertaintyRequest, block: number): number {
  const model = outcomeProgram(asked.lines);
  const plan = planOf(asked);
  const values = plan.drawn.map((figure) => [figure.term, valuesOf(figure, plan.draws(figure, 0))] as const);
  const count = 500;
  return (
    timeOf(() => {
      const outcomes = emptyOutcomes(0, 1, count, asked.inputs.horizonMonths);
      for (let from = 0; from < count; from += block) {
        const to = Math.min(count, from + block);
        const drawn = new Map(values.map(([term, all]) => [term, all.subarray(from, to)]));
        evaluateTrials(asked, model, drawn, { from, to }, outcomes);
      }
    }) / count
  );
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
  for (const block of [1, 10, 20, 50, 100, 200]) {
    trialsOf(asked, block);
    const time = trialsOf(asked, block);
    console.log(
      `${what.padEnd(20)} block ${String(block).padStart(3)}: ${(time * 1000).toFixed(0).padStart(6)} µs a trial, ${(time / plain).toFixed(0).padStart(4)} times the plain one`,
    );
  }
}
