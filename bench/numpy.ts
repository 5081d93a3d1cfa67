import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { defaultInputs } from "@/lib/model/inputs";
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
 */

const rounds = Number(process.argv[2] ?? 7);
const warmUp = 2;

interface Times {
  readonly processor: number;
  readonly clock: number;
}

const least = (of: readonly number[]) => Math.min(...of);
const median = (of: readonly number[]) => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] as number;
const microseconds = (of: number) => ((of / trials) * 1e6).toFixed(1);

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
  const ours: number[] = [];
  const [shared, numpy, less] = [[] as SharedTimes[], [] as Times[], [] as Times[]];
  const ask = (withBreakEven: boolean) => program.ask<Times>({ do: "time", run: name, withBreakEven });
  for (let round = -warmUp; round < rounds; round++) {
    const own = timeOf(() => evaluate(0, replicates));
    const all = await ask(true);
    const ofTwo = await workers.time(name);
    const without = await ask(false);
    if (round < 0) continue;
    ours.push(own);
    numpy.push(all);
    shared.push(ofTwo);
    less.push(without);
  }
  const load = loadavg().map((of) => of.toFixed(1));
  console.log(`\n${name}, ${rounds} rounds, microseconds a trial; load ${load.join(", ")}`);
  console.log("  ratios by the least and by the median of rounds: to numpy, and to numpy without break-evens");
  const processor = [numpy, less].map((of) => of.map((each) => each.processor));
  const clock = [numpy, less].map((of) => of.map((each) => each.clock));
  say("numpy, processor time", processor[0] as number[]);
  say("numpy without break-evens, processor time", processor[1] as number[]);
  say("ours, one thread, processor time", ours, ...processor);
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
