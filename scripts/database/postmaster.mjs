import { existsSync, readFileSync, realpathSync } from "node:fs";
import path from "node:path";
import { errorCode } from "../support/error-code.mjs";
import { commandLine, isAlive, waitUntil } from "../support/processes.mjs";
import { StartupError } from "../support/startup-error.mjs";

/**
 * What PostgreSQL writes into postmaster.pid of its data directory, or null where there is none.
 *
 * @param {string} dataDir
 * @returns {{ pid: number, port: number, status: string } | null}
 */
export function readPostmaster(dataDir) {
  let lines;
  try {
    lines = readFileSync(path.join(dataDir, "postmaster.pid"), "utf8").split("\n");
  } catch {
    return null;
  }
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0), status: (lines[7] ?? "").trim() };
}

/**
 * Stops the server that a killed start left behind on this data directory, and only that: a process whose command line
 * names this directory. A postmaster.pid whose process is gone, or is something else by now, is PostgreSQL's to judge.
 *
 * @param {string} dataDir
 * @returns {Promise<boolean>} whether one was stopped
 */
export async function stopLeftover(dataDir) {
  if (!existsSync(dataDir)) return false;
  const found = readPostmaster(dataDir);
  if (!found || !isAlive(found.pid) || !(await isOurs(found.pid, dataDir))) return false;
  await stopPostmaster(found.pid);
  return true;
}

/** @param {number} pid @param {string} dataDir */
async function isOurs(pid, dataDir) {
  const command = await commandLine(pid);
  return command.includes("postgres") && [dataDir, realpathSync(dataDir)].some((name) => command.includes(name));
}

/** What a server is sent, and how many seconds it is given then. */
const stops = /** @type {const} */ ([
  ["SIGINT", 20],
  ["SIGQUIT", 10],
  ["SIGKILL", 5],
]);

/**
 * A fast shutdown (open transactions are rolled back), then an immediate one, which the next start recovers from.
 *
 * @param {number} pid
 */
export async function stopPostmaster(pid) {
  for (const [signal, seconds] of stops) {
    if (!isAlive(pid)) return;
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (errorCode(error) === "ESRCH") return;
      throw new StartupError(
        `A database server of an earlier start still runs as process ${pid}, and this user may not stop it.`,
        `Stop it as the user who started it (kill -INT ${pid}), then start again.`,
      );
    }
    if (await waitUntil(() => !isAlive(pid), seconds * 1000)) return;
  }
}
