import { execFile } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { errorCode } from "./error-code.mjs";

const run = promisify(execFile);

/**
 * Whether a process of this id runs. One that has ended and waits to be collected does not count.
 *
 * @param {number} pid
 */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === "EPERM";
  }
  return !isZombie(pid);
}

/**
 * Whether it has ended in all its threads: the first is a zombie before the others let go of the ports.
 *
 * @param {number} pid
 */
function isZombie(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z") && readdirSync(`/proc/${pid}/task`).length <= 1;
  } catch {
    return false;
  }
}

/**
 * The command line of a process, "" where it cannot be read.
 *
 * @param {number} pid
 * @returns {Promise<string>}
 */
export async function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
  } catch {
    // No /proc: macOS and Windows.
  }
  try {
    return (await run("ps", ["-o", "command=", "-p", String(pid)])).stdout.trim();
  } catch {
    return "";
  }
}

/**
 * @param {() => boolean | Promise<boolean>} condition
 * @param {number} milliseconds how long to wait at most
 * @returns {Promise<boolean>} whether it came true in time
 */
export async function waitUntil(condition, milliseconds) {
  const end = Date.now() + milliseconds;
  while (!(await condition())) {
    if (Date.now() > end) return false;
    await sleep(25);
  }
  return true;
}
