import { createInterface } from "node:readline";

/**
 * Passes on what a process prints beside its log (V8 where memory runs out, a library that writes to stderr itself), each line as the one
 * JSON object that every line of the log is.
 *
 * @param {import("node:stream").Readable} stream
 * @param {(line: string) => void} write
 * @returns {() => string} what came last, at most some 4,000 characters
 */
export function asLogLines(stream, write) {
  let last = "";
  createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY }).on("line", (line) => {
    if (line.trim() === "") return;
    last = `${last}\n${line}`.slice(-4_000);
    write(isObject(line) ? line : errorLine(line));
  });
  return () => last;
}

/**
 * Words as a line of the log, at the level of an error.
 *
 * @param {string} words
 */
export function errorLine(words) {
  return line(50, words, {});
}

/**
 * Words as a line of the log, with figures.
 *
 * @param {string} words
 * @param {Record<string, number>} figures
 */
export function infoLine(words, figures) {
  return line(30, words, figures);
}

/** @param {number} level as pino counts @param {string} msg @param {Record<string, number>} figures */
function line(level, msg, figures) {
  return JSON.stringify({ level, time: Date.now(), ...figures, msg });
}

/** @param {string} line */
function isObject(line) {
  if (!line.startsWith("{")) return false;
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
