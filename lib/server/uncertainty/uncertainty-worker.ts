import { parentPort } from "node:worker_threads";
import { finish } from "@/lib/analysis/steps";
import { uncertainty } from "@/lib/analysis/uncertainty/uncertainty";
import { type UncertainDraft, uncertaintyRequest } from "@/lib/draft/uncertainty-request";

// Runs the trials of one draft and ends.
parentPort?.once("message", (draft: UncertainDraft) => {
  parentPort?.postMessage(finish(uncertainty(uncertaintyRequest(draft))));
});
