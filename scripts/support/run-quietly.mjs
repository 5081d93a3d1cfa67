import { spawn } from "node:child_process";
import { diskFull, knownTrouble, oneLine } from "./explain.mjs";
import { StartupError } from "./startup-error.mjs";

/**
 * Programs that run now, so that a stop can end them.
 *
 * @type {Set<import("node:child_process").ChildProcess>}
 */
const running = new Set();

export function endRunning() {
  for (const child of running) child.kill("SIGTERM");
}

/**
 * Runs a program and keeps what it prints for the case that it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, shell?: boolean, what: string }} options `what` begins the
 *   sentence that says it failed
 */
export async function runQuietly(command, args, { what, ...options }) {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  /** @type {Error | string | number | null} */
  const ended = await new Promise((resolve) => {
    child.on("error", resolve);
    child.on("close", (code, signal) => resolve(code === 0 ? null : (signal ?? code)));
  });
  running.delete(child);
  if (ended === null) return;
  if (ended instanceof Error)
    throw knownTrouble(ended) ?? new StartupError(`${what} failed.`, `${oneLine(ended.message)}.`);
  throw troubleOf(what, ended, output, options.cwd);
}

/**
 * Reasons that lie outside the program, by what it prints of them, in order.
 *
 * @type {[RegExp, (match: string[], place: string) => StartupError][]}
 */
const outside = [
  [/ENOSPC|No space left on device|EDQUOT|Disk quota exceeded/i, (_match, place) => diskFull(place)],
  [
    /heap out of memory|ENOMEM|Cannot allocate memory|memory allocation of \d+ bytes failed/i,
    () =>
      new StartupError(
        "There is not enough memory for it.",
        "End other programs or give the machine more, then start again.",
      ),
  ],
  [
    /(EACCES|EPERM|EROFS)\b[^\n]*?["'`]?(\/[^"'`\s]+)?|Permission denied|Read-only file system/i,
    ([line = ""], place) =>
      new StartupError(
        `A file below ${place} may not be written (${oneLine(line, 160)}).`,
        "Start as the user whom the folder belongs to, or give this user the right to write there.",
      ),
  ],
  [
    /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|CERT_\w+|SELF_SIGNED_\w+)\b/,
    ([code]) =>
      new StartupError(`A server could not be reached (${code}).`, "Check the network, its proxy and npm's registry."),
  ],
  [
    /npm (?:error|ERR!) code (EUSAGE|EINTEGRITY|E4\d\d|ETARGET)/,
    ([, code]) =>
      new StartupError(
        `npm says ${code}.`,
        "package.json and package-lock.json must fit each other and the registry: take both from git.",
      ),
  ],
];

/**
 * Why a program failed. Where the reason lies outside it, one line; where it does not, its own words without stacks.
 *
 * @param {string} what begins the sentence
 * @param {number | string} ended exit code or signal
 * @param {string} output
 * @param {string} place folder it ran in
 */
export function troubleOf(what, ended, output, place) {
  for (const [pattern, trouble] of outside) {
    const match = pattern.exec(output);
    if (match) return new StartupError(`${what} failed.`, trouble(match, place).message);
  }
  if (typeof ended === "string") {
    const why = ended === "SIGKILL" ? ", as the system does where memory runs out" : "";
    return new StartupError(`${what} was ended by ${ended}${why}.`, "Give the machine more memory, then start again.");
  }
  const own = output.split("\n").filter((line) => line.trim() && !/^\s+at /.test(line));
  return new StartupError(`${what} failed (exit code ${ended}).`, `It printed:\n${own.slice(-20).join("\n")}`);
}
