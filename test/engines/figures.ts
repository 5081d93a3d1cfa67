import { finish } from "@/lib/analysis/steps";
import { uncertainty } from "@/lib/analysis/uncertainty/uncertainty";
import { evaluateQuantities } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import { noRows, type OwnRows } from "@/lib/model/rows/own-rows";
import { templates } from "@/lib/model/templates";
import { everyRow } from "../every-row";
import { uncertaintyRequest } from "../figures/uncertainty-request";
import { sha256 } from "./sha-256";

/**
 * Prints a hash of every figure of every template and of a model with rows, and of 1,000 trials of three of them. Bundled into one script that
 * the shells of several engines run (engines.test.ts).
 */

declare const print: ((text: string) => void) | undefined;
const say = typeof print === "function" ? print : console.log;

function numbersIn(value: unknown, found: number[]): number[] {
  if (typeof value === "number") found.push(value);
  else if (typeof value === "object" && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      for (const letter of key) found.push(letter.codePointAt(0) as number);
      numbersIn(each, found);
    }
  } else for (const letter of String(value)) found.push(letter.codePointAt(0) as number);
  return found;
}

const hashOf = (numbers: Float64Array) => sha256(new Uint8Array(numbers.buffer));

function sayFigures(name: string, inputs: Partial<Inputs>, rows: OwnRows): void {
  const { model, evaluation } = evaluateQuantities(uncertaintyRequest({ inputs }).inputs, rows);
  const figures = [...model.program.quantities.keys()].flatMap((quantity) => [...evaluation.values(quantity)]);
  say(`${name} ${figures.length} ${hashOf(Float64Array.from(figures))}`);
}

for (const { key, inputs } of templates) sayFigures(key, inputs, noRows);
sayFigures("rows of every kind", { currentArchitecture: "hybrid" }, everyRow);
for (const { key, inputs } of templates.slice(0, 3)) {
  const document = finish(uncertainty(uncertaintyRequest({ inputs })));
  say(`${key} in 1000 trials ${hashOf(Float64Array.from(numbersIn(document, [])))}`);
}
