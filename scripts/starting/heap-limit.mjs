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
 * How much of that, in MB, each half of the part for what is new may take: a page leaves much behind, and the larger this part, the less
 * often it is gone through and the less is still in use then. Node's own 16 MB on small machines; three times as much as this is taken in all.
 *
 * @param {number} [limit] of the heap, MB
 */
export function newSpaceLimit(limit = heapLimit()) {
  return Math.min(Math.max(Math.floor(limit / 64), 16), 64);
}

/**
 * The arguments for node; none where NODE_OPTIONS decides.
 *
 * @param {string} [options] NODE_OPTIONS
 */
export function heapArguments(options = process.env.NODE_OPTIONS ?? "") {
  if (/--max[-_]old[-_]space[-_]size/.test(options)) return [];
  const limit = `--max-old-space-size=${heapLimit()}`;
  return /--max[-_]semi[-_]space[-_]size/.test(options) ? [limit] : [limit, `--max-semi-space-size=${newSpaceLimit()}`];
}
