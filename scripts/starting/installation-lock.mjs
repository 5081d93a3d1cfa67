import { mkdirSync, readFileSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { webProcessFolder } from "../support/bundle.mjs";
import { errorCode } from "../support/error-code.mjs";
import { commandLine, isAlive, waitUntil } from "../support/processes.mjs";
import { StartupError } from "../support/startup-error.mjs";

/** @typedef {{ pid: number, serverPid?: number | undefined, appUrl?: string }} Running */

/**
 * Makes sure that one start at a time runs on a data folder, and clears away what a killed one left behind: it touches
 * only processes that the file names and whose command line is still ours.
 *
 * @param {string} folder absolute path of the data folder
 * @param {string} name file name of the lock
 * @param {string} root absolute path of the project
 */
export async function takeInstallation(folder, name, root) {
  const file = path.join(folder, name);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const note = { pid: process.pid };
  for (;;) {
    try {
      writeFileSync(file, JSON.stringify(note), { flag: "wx" });
      break;
    } catch (error) {
      if (errorCode(error) !== "EEXIST") throw error;
    }
    const other = readRunning(file);
    if (other && (await isStart(other.pid, root))) {
      throw new StartupError(
        `Peerbalance already runs from this folder, as process ${other.pid}${other.appUrl ? ` at ${other.appUrl}` : ""}.`,
        "Use that one, or stop it first.",
      );
    }
    if (other?.serverPid) await stopLeftServer(other.serverPid, root);
    rmSync(file, { force: true });
  }
  return {
    /** @param {Omit<Running, "pid">} more */
    add(more) {
      Object.assign(note, more);
      writeFileSync(file, JSON.stringify(note));
    },
    release() {
      if (readRunning(file)?.pid === process.pid) rmSync(file, { force: true });
    },
  };
}

/**
 * @param {string} file
 * @returns {Running | null}
 */
export function readRunning(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/** @param {number} pid @param {string} root */
async function isStart(pid, root) {
  if (pid === process.pid || !isAlive(pid)) return false;
  if (!/scripts[\\/](start|dev)\.mjs/.test(await commandLine(pid))) return false;
  const folder = workingFolder(pid);
  return folder === null || folder === root;
}

/**
 * Where a process runs, or null where the system does not tell.
 *
 * @param {number} pid
 */
function workingFolder(pid) {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null;
  }
}

/** @param {number} pid @param {string} root */
async function stopLeftServer(pid, root) {
  const whose = async () => {
    const command = await commandLine(pid);
    return command === "" ? "unknown" : command.includes(webProcessFolder(root)) ? "ours" : "another's";
  };
  const send = async (/** @type {NodeJS.Signals} */ signal) => {
    if (!isAlive(pid) || (await whose()) !== "ours") return;
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended meanwhile.
    }
  };
  // One that is ending has no command line any more, and still has its port.
  const isGone = async () => !isAlive(pid) || (await whose()) === "another's";
  await send("SIGTERM");
  if (await waitUntil(isGone, 10_000)) return;
  await send("SIGKILL");
  await waitUntil(isGone, 2_000);
}
