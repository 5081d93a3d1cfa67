import fc from "fast-check";
import { modelWorkbook } from "@/lib/export/workbook/workbook";
import { zipWorkbook } from "@/lib/export/workbook/zip";
import { architectures } from "@/lib/model/architectures";
import { completeInputs } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { templates } from "@/lib/model/templates";
import { someInputs, someLines, threeInputs } from "@/test/figures/random-figures";
import { exportedOf } from "@/test/workbook/exported";
import { changedWorkbook, differences } from "@/test/workbook/proof";
import { findSpreadsheet } from "@/test/workbook/spreadsheet";

/**
 * `npm run bench:workbook`: the workbook of every template and of 50 random models, with three inputs changed in the file, worked out by
 * LibreOffice and compared with the model; and how long a workbook takes and how large it is.
 */

const seed = Number(process.argv[2] ?? 1);
const spreadsheet = await findSpreadsheet();
if (spreadsheet === null)
  throw new Error("LibreOffice is not installed, and cannot be got here: install libreoffice-calc-nogui.");

const random = fc
  .sample(fc.tuple(someInputs, someLines), { numRuns: 500, seed })
  .filter(([inputs, lines]) => tryEvaluate(completeInputs(inputs, 1), { ...noRows, customLines: lines }).ok)
  .slice(0, 50)
  .map(([inputs, customLines], i) => ({ name: `random-${i}`, inputs, rows: { customLines } }));
const models = [...templates.map(({ key, inputs }) => ({ name: key, inputs })), ...random];
const changes = fc.sample(threeInputs, { numRuns: 2000, seed })[Symbol.iterator]();

/** The longest horizon, as many own lines as there may be, and twenty scenarios. */
const largest = exportedOf({
  name: "largest",
  inputs: { horizonMonths: 120 },
  rows: {
    customLines: Array.from({ length: 50 }, (_, i) => ({
      ...{ label: `Line ${i}`, category: "software", architectures: [...architectures], kind: "perUser", amount: i },
    })),
  },
  scenarios: Array.from({ length: 20 }, (_, i) => ({ name: `Scenario ${i}`, inputs: { users: 1_000 + i } })),
});
for (const [what, exported] of [
  ["the first template", exportedOf(models[0] as (typeof models)[0])],
  ["the largest model", largest],
] as const) {
  const times: number[] = [];
  let size = 0;
  for (let run = 0; run < 7; run++) {
    const start = performance.now();
    size = (await zipWorkbook(modelWorkbook(exported))).length;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const [middle, last] = [times[3] as number, times[6] as number];
  console.log(
    `${what}: median of 7 ${middle.toFixed(0)} ms, longest ${last.toFixed(0)} ms, ${(size / 1e6).toFixed(2)} MB`,
  );
}

let compared = 0;
let failed = 0;
const atOnce = 8;
for (let from = 0; from < models.length; from += atOnce) {
  const batch = await Promise.all(
    models.slice(from, from + atOnce).map(async (model) => {
      const exported = exportedOf(model);
      let changed: Partial<Inputs> = {};
      // Some changes break a rule between inputs, or have no result.
      do changed = (changes.next() as { value: Partial<Inputs> }).value;
      while (
        (changed.horizonMonths ?? 0) > exported.inputs.horizonMonths ||
        !tryEvaluate({ ...exported.inputs, ...changed }, exported.rows).ok
      );
      return { model, exported, changed, bytes: await changedWorkbook(exported, changed) };
    }),
  );
  const values = await spreadsheet.recalculate(
    Object.fromEntries(batch.map(({ model, bytes }) => [model.name, bytes])),
  );
  for (const { model, exported, changed } of batch) {
    const found = differences(values(model.name), exported, changed);
    compared += found.compared;
    if (found.apart.length > 0) {
      failed++;
      console.log(
        `${model.name}, ${JSON.stringify(changed)}: ${found.apart.length} of ${found.compared} figures are apart`,
      );
      for (const one of found.apart.slice(0, 3))
        console.log(`  ${one.what}: workbook ${one.workbook}, model ${one.model}`);
    }
  }
}
spreadsheet.close();
console.log(
  `${models.length} models, ${compared} figures compared after three inputs were changed in each file; ${failed} models with a figure half a hundredth apart or more`,
);
process.exitCode = failed === 0 ? 0 : 1;
