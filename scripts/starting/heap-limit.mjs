import os from "node:os";

const MB = 1024 * 1024;

/**
 * What the web process may take for its heap, in MB: four tenths of the memory there is, as PostgreSQL, this start and the system share it;
 * at least what the pages need to run, at most 4 GB.
 *
 * @param {number} [memory] bytes
 */
export function heapLimit(memory = memoryHere()) {
  return Math.min(Math.max(Math.floor((memory * 0.4) / MB), 256), 4096);
}

/** What the machine has or, where that is less, what its container may take. */
export function memoryHere() {
  // 0, or a number beyond all machines, where there is no container with a limit.
  const container = process.constrainedMemory?.() ?? 0;
  return container > 0 ? Math.min(container, os.totalmem()) : os.totalmem();
}

/**
 * The argument for node; none where NODE_OPTIONS decides.
 *
 * @param {string} [options] NODE_OPTIONS
 */
export function heapArguments(options = process.env.NODE_OPTIONS ?? "") {
  return /--max[-_]old[-_]space[-_]size/.test(options) ? [] : [`--max-old-space-size=${heapLimit()}`];
}
