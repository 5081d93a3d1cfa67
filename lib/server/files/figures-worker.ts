import { parentPort } from "node:worker_threads";
import { declaredOf } from "@/lib/model/released/declared-of";
import { readInputsCsv } from "@/lib/schemas/inputs-csv";
import type { ModelDraft } from "@/lib/schemas/model";

/** A file to be read on top of a draft, under the bounds of a version of the model. */
export interface FiguresFile {
  text: string;
  draft: ModelDraft;
  isNew: boolean;
  version: number;
}

// Reads one file and ends.
parentPort?.once("message", ({ text, draft, isNew, version }: FiguresFile) => {
  parentPort?.postMessage(readInputsCsv(text, draft, isNew, (rate) => declaredOf(version, rate)));
});
