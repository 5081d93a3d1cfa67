import { HyperFormula } from "hyperformula";
import { evaluate } from "@/lib/formula/evaluate";
import type { InputTerm } from "@/lib/formula/node";
import { evaluateModel, evaluateQuantities, figureOf } from "@/lib/model/evaluate";
import { defaultInputs, type Inputs } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { sheetOf } from "./sheet";

/**
 * `npm run bench`: how long one evaluation takes, beside the same model in a spreadsheet engine in the same run; how
 * that grows with the horizon and the catalogue; and many samples at once. One thread.
 */

interface Times {
  readonly median: number;
  readonly p95: number;
}

function timesOf(run: (i: number) => void, { warmUp, runs }: { warmUp: number; runs: number }): Times {
  for (let i = 0; i < warmUp; i++) run(i);
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const from = performance.now();
    // Another figure each time, so that nothing can be remembered from one to the next.
    run(warmUp + i);
    times.push(performance.now() - from);
  }
  times.sort((a, b) => a - b);
  return { median: times[Math.floor(runs / 2)] as number, p95: times[Math.floor(runs * 0.95)] as number };
}

const format = ({ median, p95 }: Times) =>
  `median ${median.toFixed(3).padStart(9)} ms   p95 ${p95.toFixed(3).padStart(9)} ms`;
const say = (what: string, times: Times) => console.log(`${what.padEnd(52)} ${format(times)}`);

const usual = { warmUp: 300, runs: 1000 };
const changed = (i: number): Inputs => ({ ...defaultInputs, demandScale: 1 + i / 10_000 });

console.log(`Node ${process.version} on ${process.platform} ${process.arch}, one thread\n`);

console.log("One evaluation of all four architectures over 60 months, demand changed each time");
const ours = timesOf((i) => evaluateModel(changed(i)), usual);
say("Peerbalance, whole result", ours);

const { model, evaluation } = evaluateQuantities(defaultInputs);
const figure = figureOf(defaultInputs, noRows) as (term: InputTerm) => number;
const sheet = sheetOf(model, evaluation, figure);
const from = performance.now();
const engine = HyperFormula.buildFromArray(sheet.cells, {
  licenseKey: "gpl-v3",
  maxColumns: 200,
  precisionRounding: 14,
});
const built = performance.now() - from;
const cell = { sheet: 0, row: sheet.rowOfInput("demandScale"), col: 1 };
const theirs = timesOf((i) => engine.setCellContents(cell, 1 + i / 10_000), { warmUp: 5, runs: 40 });
say("HyperFormula, one input changed", theirs);
say(
  "HyperFormula, all worked out again",
  timesOf(() => engine.rebuildAndRecalculate(), { warmUp: 0, runs: 3 }),
);
console.log(
  `\nThe sheet: ${sheet.cells.length} rows, ${sheet.formulas} formulas, built in ${(built / 1000).toFixed(2)} s. ${sheet.valued.length} of ${sheet.rowOfQuantity.size} quantities stand in it as values that Peerbalance worked out`,
);
console.log(
  "beforehand (cohorts of what is bought, and the sum over the catalogue): the engine does less than the whole.",
);

engine.setCellContents(cell, defaultInputs.demandScale);
const values = engine.getSheetValues(0);
let compared = 0;
const apart: { key: string; month: number; ours: number; theirs: unknown }[] = [];
for (const [quantity, row] of sheet.rowOfQuantity) {
  for (const [month, value] of evaluation.values(quantity).entries()) {
    const other = values[row]?.[month + 1];
    compared++;
    if (Number.isNaN(value)) continue;
    const isNear = typeof other === "number" && Math.abs(other - value) <= 1e-9 * Math.max(1, Math.abs(value));
    if (!isNear) apart.push({ key: quantity.key, month, ours: value, theirs: other });
  }
}
console.log(`Of ${compared} figures ${compared - apart.length} are alike within 1e-9.`);
for (const each of apart.slice(0, 5)) console.log("  apart:", JSON.stringify(each));
console.log(`Peerbalance takes ${((100 * ours.median) / theirs.median).toFixed(1)} % of the engine's time.\n`);
engine.destroy();

console.log("By horizon");
for (const horizonMonths of [12, 24, 36, 60, 84, 120]) {
  say(
    `  ${horizonMonths} months`,
    timesOf((i) => evaluateModel({ ...changed(i), horizonMonths }), usual),
  );
}

console.log("\nBy size of the catalogue, 60 months");
for (const catalogueItems of [10, 100, 1000, 10_000, 100_000, 1_000_000]) {
  say(
    `  ${catalogueItems} items`,
    timesOf((i) => evaluateModel({ ...changed(i), catalogueItems }), usual),
  );
}

console.log("\nMany samples at once, 60 months, quantities only");
for (const samples of [1, 10, 100, 1000]) {
  const scales = Float64Array.from({ length: samples }, (_, i) => 1 + i / samples);
  const { median } = timesOf(
    (i) =>
      evaluate(
        model.program,
        (term) => (term.key === "demandScale" ? scales.map((scale) => scale + i / 10_000) : figure(term)),
        60,
        samples,
      ),
    { warmUp: samples === 1 ? 300 : 5, runs: samples === 1000 ? 10 : 100 },
  );
  console.log(`  ${String(samples).padStart(5)} samples: ${(median / samples).toFixed(4)} ms a sample`);
}
