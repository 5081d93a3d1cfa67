import { spawn } from "node:child_process";
import { Trouble } from "./trouble.mjs";

/** Programs that run now, so that a stop can end them. */
const running = new Set();

export function endRunning() {
  for (const child of running) child.kill("SIGTERM");
}

/**
 * Runs a program and keeps what it prints for the case that it fails.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ cwd: string, env?: Record<string, string | undefined>, shell?: boolean, what: string }} options `what` begins the
 *   sentence that says it failed
 */
export async function runQuietly(command, args, { what, ...options }) {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  running.add(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const ended = await new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(code === 0 ? null : (signal ?? `exit code ${code}`)));
  });
  running.delete(child);
  if (ended === null) return;
  if (isDiskFull(output)) throw diskFull(options.cwd);
  throw new Trouble(`${what} failed (${ended}).`, `It printed:\n${output.trim().split("\n").slice(-40).join("\n")}`);
}

/** @param {string} text */
export const isDiskFull = (text) => /ENOSPC|No space left on device|EDQUOT|Disk quota exceeded/i.test(text);

/** @param {string} place */
export const diskFull = (place) =>
  new Trouble(`The disk that holds ${place} is full.`, "Free some space, then start again.");
