import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { HyperFormula } from "hyperformula";
import { finish } from "@/lib/analysis/steps";
import { planOf, valuesOf } from "@/lib/analysis/uncertainty/plan";
import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { simulate } from "@/lib/analysis/uncertainty/simulate";
import type { InputTerm } from "@/lib/formula/node";
import { replicateSize } from "@/lib/math/hypercube";
import { evaluateQuantities, figureOf } from "@/lib/model/evaluate";
import type { InputKey } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { timeOf } from "./processor-time";
import { sheetOf } from "./sheet";
import { requestOf, withDemandAlone } from "./uncertainty-request";

/**
 * `npm run bench:uncertainty [TRIALS]`: how many trials a second in processor time, by the way of evaluating, by what
 * is in doubt and by horizon, beside plain arithmetic on typed arrays and beside a spreadsheet engine in the same run:
 * ratios tell more than times, for machines swing. Then whole runs with their statistics, up to so many trials
 * (100,000), and the most memory held (bench/uncertainty-run.ts).
 */

const request = requestOf(replicateSize);
const demandAlone = withDemandAlone(request);

const steps = 820;
const months = 61;
const cells = 4096;

/** A trial's worth of multiplications and additions, as many as steps by months, on arrays that stay in the cache. */
function reference(trials: number): void {
  const [a, b, c] = [new Float64Array(cells), new Float64Array(cells).fill(1.0001), new Float64Array(cells).fill(0.5)];
  for (let round = 0; round < (trials * steps * months) / cells; round++) {
    for (let i = 0; i < cells; i++) a[i] = (a[i] as number) * 0.5 + (b[i] as number) * (c[i] as number);
  }
}

reference(500);
const plain = Math.min(...[1, 2, 3].map(() => timeOf(() => reference(1000)))) / 1000;

/**
 * A spreadsheet of the model whose drawn cells are set, trial by trial; it leaves out what it cannot do
 * (bench/sheet.ts).
 */
function spreadsheet(trials: number): number {
  const { model, evaluation } = evaluateQuantities(request.inputs);
  const sheet = sheetOf(model, evaluation, figureOf(request.inputs, noRows) as (term: InputTerm) => number);
  const engine = HyperFormula.buildFromArray(sheet.cells, { licenseKey: "gpl-v3", maxColumns: 200 });
  const plan = planOf(request);
  const drawn = plan.drawn.map((figure) => ({
    row: sheet.rowOfInput(figure.term as InputKey),
    values: valuesOf(figure, plan.draws(figure, 0)),
  }));
  const time = timeOf(() => {
    for (let trial = 0; trial < trials; trial++) {
      engine.batch(() => {
        for (const { row, values } of drawn) engine.setCellContents({ sheet: 0, row, col: 1 }, values[trial] as number);
      });
    }
  });
  engine.destroy();
  return time / trials;
}

const bySpreadsheet = spreadsheet(5);

function say(what: string, time: number): void {
  const columns = [
    `${Math.round(1 / time)} trials a second`,
    `${(time / plain).toFixed(1)} times the plain arithmetic`,
    `${Math.round(bySpreadsheet / time)} times as fast as the spreadsheet`,
  ];
  console.log(`${what.padEnd(34)} ${columns.map((text) => text.padStart(34)).join(" ")}`);
}

/** Processor time of a trial, draws included, once the code is made and warm: the least of three. */
function trialOf(asked: UncertaintyRequest, isCompiled: boolean): number {
  finish(simulate(asked, 0, 2, { isCompiled }));
  const times = [2, 4, 6].map((from) => timeOf(() => finish(simulate(asked, from, from + 2, { isCompiled }))));
  return Math.min(...times) / (2 * replicateSize);
}

console.log(`Node ${process.version}, one thread, four architectures, processor time\n`);
say("plain arithmetic on typed arrays", plain);
say("HyperFormula, drawn cells set", bySpreadsheet);
for (const [what, asked] of [
  ["all inputs in doubt", request],
  ["demand alone", demandAlone],
] as const) {
  say(`${what}, compiled`, trialOf(asked, true));
  say(`${what}, by kernels`, trialOf(asked, false));
}
for (const horizonMonths of [12, 36, 120]) {
  say(
    `all in doubt, ${horizonMonths} months, compiled`,
    trialOf({ ...request, inputs: { ...request.inputs, horizonMonths } }, true),
  );
}

console.log("\nWhole runs, 60 months, all inputs in doubt, each in a process of its own");
const most = Number(process.argv[2] ?? 100_000);
for (const trials of [1000, 10_000, 100_000].filter((count) => count <= most)) {
  const whole = fileURLToPath(new URL("uncertainty-run.ts", import.meta.url));
  process.stdout.write(execFileSync(process.execPath, ["scripts/run.mjs", whole, `${trials}`]));
}
