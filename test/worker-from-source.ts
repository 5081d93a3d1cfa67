import { fileURLToPath } from "node:url";
import type { WorkerOptions } from "node:worker_threads";

// Not imported, so that this module can take the place of it.
const threads = process.getBuiltinModule("node:worker_threads");

/** A worker from its source, where a build has it made. */
export class Worker extends threads.Worker {
  constructor(source: URL, options: WorkerOptions = {}) {
    const path = JSON.stringify(fileURLToPath(source));
    super(`require("tsx/cjs/api").register(); require(${path})`, { ...options, eval: true });
  }
}
