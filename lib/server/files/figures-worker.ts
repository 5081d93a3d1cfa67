import { parentPort } from "node:worker_threads";
import type { ModelDraft } from "@/lib/draft/model";
import { readInputsCsv } from "@/lib/import/inputs-csv";
import { isJson, readModelJson } from "@/lib/import/model-json";
import { declaredOf } from "@/lib/model/released/declared-of";
import { digestOf } from "./digest";

/** A file to be read on top of a draft, under the bounds of a version of the model. */
export interface FiguresFile {
  text: string;
  draft: ModelDraft;
  isNew: boolean;
  version: number;
}

// Reads one file and ends.
parentPort?.once("message", ({ text, draft, isNew, version }: FiguresFile) => {
  parentPort?.postMessage(
    isJson(text)
      ? readModelJson(text, draft, { isNew, version }, digestOf)
      : readInputsCsv(text, draft, isNew, (rate) => declaredOf(version, rate)),
  );
});
