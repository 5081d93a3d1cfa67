import { writeFileSync } from "node:fs";
import path from "node:path";
import { conditions, type Outcomes } from "@/lib/analysis/uncertainty/outcomes";
import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { architectures } from "@/lib/model/architectures";
import type { Evaluator } from "./evaluator";

function writeDoubles(file: string, rows: readonly Float64Array[]): void {
  writeFileSync(
    file,
    Buffer.concat(rows.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength))),
  );
}

/** Of all trials, architecture by architecture: net present cost, total, what participants bear, cumulative cash by month. */
function rowsOf(outcomes: Outcomes): Float64Array[] {
  return architectures.flatMap((a) => {
    const { netPresentCost, total, participantCost, cumulative } = outcomes.architectures[a];
    return [netPresentCost, total.values, participantCost.values, ...cumulative];
  });
}

/** Writes what a run draws and what becomes of it, for the other program to read (run.py). */
export function writeRun(folder: string, name: string, request: UncertaintyRequest, evaluator: Evaluator): void {
  const { keys, values, evaluate } = evaluator;
  const outcomes = evaluate(0, request.trials / 1000);
  if (outcomes.kept !== request.trials) throw new Error(`Of ${request.trials} trials ${outcomes.kept} are kept.`);
  writeDoubles(path.join(folder, `${name}.drawn`), values);
  writeDoubles(path.join(folder, `${name}.outcomes`), rowsOf(outcomes));
  const about = {
    ...{ trials: request.trials, inputs: request.inputs, drawn: keys, cheapest: [...outcomes.cheapest] },
    holds: architectures.map((a) =>
      Object.fromEntries(conditions.map((key, i) => [key, outcomes.architectures[a].holds[i]])),
    ),
    breakEvens: [...outcomes.breakEvens],
  };
  writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(about));
}
