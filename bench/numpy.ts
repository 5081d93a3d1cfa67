import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { defaultInputs } from "@/lib/model/inputs";
import { median } from "./median";
import { type Evaluator, evaluatorOf } from "./numpy/evaluator";
import { writeRun } from "./numpy/exchange";
import { knownAnswers } from "./numpy/known-answers";
import { Program, versions } from "./numpy/program";
import { type Name, names, replicates, requestFor, trials } from "./numpy/requests";
import { type SharedTimes, Workers } from "./numpy/workers";
import { timeOf } from "./processor-time";

/**
 * `npm run bench:numpy [ROUNDS]`: trials beside a vectorised numpy program that was written from the words of the model
 * alone (bench/numpy/model), one thread against one by processor time, and two workers against its one thread by the clock, in
 * turns in one run. First both must give the same figures, to 1e-9 of money, trial by trial; where they do not, it
 * says so and ends with status 1. Draws are made beforehand and given to both.
 *
 * What others do on the same core takes from a program more, the more it does at once: by up to 2 within a second, and not in both alike. So of
 * each thousand trials the least of all rounds is added up: the time that a core of one's own would take, as near as it can be had.
 */

const rounds = Number(process.argv[2] ?? 7);
const warmUp = 2;

interface Times {
  readonly processor: number;
  /** Processor time of each thousand of these trials. */
  readonly thousands: readonly number[];
  readonly clock: number;
}

const least = (of: readonly number[]) => Math.min(...of);
const microseconds = (of: number) => ((of / trials) * 1e6).toFixed(1);

/** Of each thousand trials the least of all rounds, together. */
const leastByThousand = (of: readonly (readonly number[])[]) =>
  (of[0] as readonly number[]).reduce((sum, _, i) => sum + least(of.map((thousands) => thousands[i] as number)), 0);

/** @param rounds of each, what its thousands took. @param besides what it is set beside, likewise */
function sayByThousand(
  what: string,
  rounds: readonly (readonly number[])[],
  ...besides: (readonly number[])[][]
): void {
  const together = leastByThousand(rounds);
  const ratios = besides.map((beside) => (together / leastByThousand(beside)).toFixed(2).padEnd(16));
  console.log(`  ${what.padEnd(50)} ${microseconds(together).padEnd(28)} ${ratios.join("")}`);
}

/** How fast a core adds up what lies nearest to it, seconds: much the same each time, but where others use it too. */
function probe(): number {
  let [odd, even] = [0, 0];
  const from = performance.now();
  for (let round = 0; round < 4000; round++) {
    for (let i = 0; i < near.length; i += 2) {
      even += near[i] as number;
      odd += near[i + 1] as number;
    }
  }
  if (Number.isNaN(even + odd)) throw new Error("What was added up is no number.");
  return (performance.now() - from) / 1000;
}
const near = new Float64Array(2048).fill(1);

/** @param besides what it is set beside */
function say(what: string, of: readonly number[], ...besides: (readonly number[])[]): void {
  const figures = `${microseconds(least(of))} least, ${microseconds(median(of))} median`;
  const ratios = besides.map((beside) => {
    const ofRounds = of.map((time, i) => time / (beside[i] as number));
    return `${(least(of) / least(beside)).toFixed(2)} and ${median(ofRounds).toFixed(2)}`.padEnd(16);
  });
  console.log(`  ${what.padEnd(50)} ${figures.padEnd(28)} ${ratios.join("")}`);
}

/** Holds both against each other. @returns nothing where they differ, which is printed */
async function check(program: Program, folder: string): Promise<Map<Name, Evaluator> | null> {
  const apart: string[] = [];
  const known = knownAnswers();
  for (const { name, inputs, lines, expected } of known) {
    const question = { do: "oracle", inputs: { ...defaultInputs, ...inputs }, lines, expected };
    const answer = await program.ask<{ apart: string[] }>(question);
    apart.push(...answer.apart.map((words) => `${name}: ${words}`));
  }
  console.log(`${known.length} known answers asked for`);
  const evaluators = new Map<Name, Evaluator>();
  for (const name of names) {
    const request = requestFor(name);
    const evaluator = evaluatorOf(request);
    evaluators.set(name, evaluator);
    writeRun(folder, name, request, evaluator);
    const answer = await program.ask<{ apart: string[]; greatest: number }>({ do: "check", run: name });
    apart.push(...answer.apart);
    console.log(`${name}, ${trials} trials: money is apart by ${answer.greatest.toExponential(1)} of itself at most`);
  }
  for (const words of apart) console.error(`They differ. ${words}`);
  return apart.length > 0 ? null : evaluators;
}

async function measure(program: Program, workers: Workers, name: Name, { evaluate }: Evaluator): Promise<void> {
  const ours: number[][] = [];
  const probes: number[] = [];
  const [shared, numpy, less] = [[] as SharedTimes[], [] as Times[], [] as Times[]];
  const ask = (withBreakEven: boolean) => program.ask<Times>({ do: "time", run: name, withBreakEven });
  for (let round = -warmUp; round < rounds; round++) {
    const own = Array.from({ length: replicates }, (_, i) => timeOf(() => evaluate(i, i + 1)));
    const all = await ask(true);
    const ofTwo = await workers.time(name);
    const without = await ask(false);
    if (round < 0) continue;
    ours.push(own);
    probes.push(probe());
    numpy.push(all);
    shared.push(ofTwo);
    less.push(without);
  }
  const load = loadavg().map((of) => of.toFixed(1));
  console.log(`\n${name}, ${rounds} rounds, microseconds a trial; load ${load.join(", ")}`);
  console.log(
    `  a probe of the core took ${(median(probes) / least(probes)).toFixed(2)} times its least, the median of rounds`,
  );
  console.log("  by the least of each thousand trials: ratios to numpy, and to numpy without break-evens");
  const thousands = [numpy, less].map((of) => of.map((each) => each.thousands));
  sayByThousand("numpy", thousands[0] as number[][]);
  sayByThousand("numpy without break-evens", thousands[1] as number[][]);
  sayByThousand("ours, one thread", ours, ...thousands);
  console.log("  by whole rounds: the same ratios by the least and by the median");
  const processor = [numpy, less].map((of) => of.map((each) => each.processor));
  const clock = [numpy, less].map((of) => of.map((each) => each.clock));
  say("numpy, processor time", processor[0] as number[]);
  say("numpy without break-evens, processor time", processor[1] as number[]);
  const ofRounds = ours.map((thousands) => thousands.reduce((sum, time) => sum + time, 0));
  say("ours, one thread, processor time", ofRounds, ...processor);
  const busier = shared.map((each) => each.busier);
  if (busier.every(Number.isFinite)) say("ours, the busier of two workers, processor time", busier, ...processor);
  say("numpy, by the clock", clock[0] as number[]);
  say("numpy without break-evens, by the clock", clock[1] as number[]);
  say(
    "ours, two workers, by the clock",
    shared.map((each) => each.clock),
    ...clock,
  );
}

console.log(`Node ${process.version}, ${versions()}, one thread each\n`);
const folder = mkdtempSync(path.join(tmpdir(), "bench-numpy-"));
const program = Program.start(folder);
const workers = new Workers();
try {
  const evaluators = await check(program, folder);
  if (evaluators === null) process.exitCode = 1;
  for (const [name, evaluator] of evaluators ?? []) await measure(program, workers, name, evaluator);
} finally {
  await workers.end();
  await program.end();
  rmSync(folder, { recursive: true, force: true });
}
