import type { WorkerOptions } from "node:worker_threads";

// Not imported, so that this module can take the place of it.
const threads = process.getBuiltinModule("node:worker_threads");

/** A worker from its source, where a build has it made. */
export class Worker extends threads.Worker {
  constructor(source: URL, options: WorkerOptions = {}) {
    // By import, as builds take it: some packages can be required by no other way.
    const begin = `register(), import(${JSON.stringify(source.href)})`;
    super(`import("tsx/esm/api").then(({ register }) => (${begin}))`, { ...options, eval: true });
  }
}
