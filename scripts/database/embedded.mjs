import { spawn } from "node:child_process";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { diskFull, isDiskFull, oneLine } from "../support/explain.mjs";
import { isAlive, waitUntil } from "../support/processes.mjs";
import { StartupError } from "../support/startup-error.mjs";
import { embeddedBinaries } from "./embedded-binaries.mjs";
import { readPostmaster, stopLeftover, stopPostmaster } from "./postmaster.mjs";
import { runAs } from "./run-as.mjs";

/** @import { RunAs } from "./run-as.mjs" */

/**
 * Starts the embedded PostgreSQL on its data directory, which is made where there is none. Loopback only, no socket
 * file. A server left behind by a killed start is stopped first.
 *
 * @param {object} options
 * @param {string} options.dataDir absolute path of the cluster
 * @param {string} options.password of the superuser "postgres"; used when the cluster is made
 * @param {number} [options.port] a free one is taken where none is given
 * @returns {Promise<{ port: number, pid: number, wasLeftOver: boolean, isNew: boolean, whyStopped: () => string, stop: () => Promise<void> }>}
 */
export async function startEmbedded({ dataDir, password, port }) {
  const folder = path.dirname(dataDir);
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const { postgres, initdb } = await embeddedBinaries();
  const as = await runAs(dataDir, initdb);
  const wasLeftOver = await stopLeftover(dataDir);
  const isNew = !existsSync(dataDir);
  if (isNew) await initialise({ dataDir, password, initdb, as });

  const chosen = port ?? (await freePort());
  const logFile = `${dataDir}.log`;
  const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
  const pid = await launch({ dataDir, port: chosen, postgres, as });
  const whyStopped = () => whyItStopped(dataDir, logStart);
  return { port: chosen, pid, wasLeftOver, isNew, whyStopped, stop: () => stopPostmaster(pid) };
}

/**
 * A start that dies half-way must not leave half a cluster: it is made beside its place and moved when it is whole.
 *
 * @param {{ dataDir: string, password: string, initdb: string, as: RunAs }} options
 */
async function initialise({ dataDir, password, initdb, as }) {
  const unfinished = `${dataDir}.unfinished`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  const secret = mkdtempSync(path.join(tmpdir(), "peerbalance-"));
  const passwordFile = path.join(secret, "password");
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (as.owner) {
    for (const name of [unfinished, secret, passwordFile]) chownSync(name, as.owner.uid, as.owner.gid);
  }
  try {
    const { code, output } = await collect(initdb, as, [
      `--pgdata=${unfinished}`,
      "--username=postgres",
      `--pwfile=${passwordFile}`,
      "--auth=scram-sha-256",
      // Whatever the machine's language is: text is UTF-8 and sorts alike everywhere.
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--locale=C.UTF-8",
      "--builtin-locale=C.UTF-8",
      "--lc-collate=C",
      "--lc-ctype=C",
      "--lc-messages=C",
      "--lc-monetary=C",
      "--lc-numeric=C",
      "--lc-time=C",
    ]);
    if (code !== 0)
      throw troubleOf(output, dataDir, "PostgreSQL could not make its files", `initdb ended with ${code}`);
    renameSync(unfinished, dataDir);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    throw error;
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
}

/**
 * @param {{ dataDir: string, port: number, postgres: string, as: RunAs }} options
 * @returns {Promise<number>} id of the process, once it takes connections
 */
async function launch({ dataDir, port, postgres, as }) {
  const logFile = `${dataDir}.log`;
  // After a kill -9 of the postmaster alone its children take a moment to notice, and hold the shared memory until then.
  for (let attempt = 1; ; attempt += 1) {
    const start = existsSync(logFile) ? statSync(logFile).size : 0;
    const log = openSync(logFile, "a", 0o600);
    // Its own process group: Ctrl-C in a terminal must reach the web server before the database.
    const child = command(postgres, as, launchArguments(dataDir, port), {
      stdio: ["ignore", log, log],
      detached: true,
    });
    closeSync(log);
    let ended = false;
    let ending = "it did not get ready within five minutes";
    let failure = "";
    child.on("exit", (code, signal) => {
      ended = true;
      ending = signal ? `it was killed (${signal})` : `it ended with exit code ${code}`;
    });
    child.on("error", (error) => {
      failure = error.message;
      ended = true;
    });
    child.unref();
    const isReady = () => {
      const found = readPostmaster(dataDir);
      return found !== null && found.pid === child.pid && found.status === "ready";
    };
    // Recovery after a crash may take a while on a large database.
    if ((await waitUntil(() => ended || isReady(), 300_000)) && !ended) return Number(child.pid);
    const output = failure || readFileSync(logFile, "utf8").slice(start);
    if (!ended && child.pid !== undefined && isAlive(child.pid)) await stopPostmaster(child.pid);
    const mayPass = /shared memory block|lock file "[^"\n]*" already exists|starting up|Is another postmaster/i.test(
      output,
    );
    if (!mayPass || attempt === 20) throw troubleOf(output, dataDir, "PostgreSQL did not start", ending);
    await sleep(500);
  }
}

/** @param {string} dataDir @param {number} port */
function launchArguments(dataDir, port) {
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 50,
    log_min_messages: "warning",
    logging_collector: "off",
  };
  return ["-D", dataDir, ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/**
 * @param {string} program
 * @param {RunAs} as
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions} options
 */
function command(program, as, args, options) {
  const [first = program, ...rest] = [...as.prefix, program, ...args];
  const environment = { ...process.env, LC_ALL: "C", PGDATA: undefined, PGPORT: undefined, PGOPTIONS: undefined };
  return spawn(first, rest, { ...options, ...as.ids, cwd: "/", env: environment });
}

/** @param {string} program @param {RunAs} as @param {string[]} args */
async function collect(program, as, args) {
  const child = command(program, as, args, { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exitCode, signal) => resolve(exitCode ?? signal));
  });
  return { code, output };
}

/**
 * @param {string} output what PostgreSQL printed
 * @param {string} dataDir
 * @param {string} what begins the sentence
 * @param {string} ended how it ended, where it printed nothing
 */
function troubleOf(output, dataDir, what, ended) {
  if (isDiskFull(output)) return diskFull(path.dirname(dataDir));
  if (/Cannot allocate memory|out of memory/i.test(output)) {
    return new StartupError(`${what}: there is not enough memory.`, "End other programs or give the machine more.");
  }
  const found = /initialized by PostgreSQL version (\d+)[\s\S]*?this version (\d+)/.exec(output);
  if (found) {
    return new StartupError(
      `${what}: ${dataDir} was made by PostgreSQL ${found[1]}, and this is PostgreSQL ${found[2]}.`,
      "Go back to the version of Peerbalance that made it, dump the database there and restore it here.",
    );
  }
  const reason = output
    .split("\n")
    .filter((line) => /FATAL|PANIC|error|could not/i.test(line))
    .slice(-2)
    .join(" ");
  return new StartupError(`${what}: ${oneLine(reason || output.slice(-300)) || ended}.`, `Its log is ${dataDir}.log.`);
}

/**
 * Why a server that ran has stopped, by the end of its log.
 *
 * @param {string} dataDir
 * @param {number} [logStart] where in the log this run begins, bytes: those before it were stopped too
 */
export function whyItStopped(dataDir, logStart = 0) {
  const log = `${dataDir}.log`;
  let end = "";
  try {
    end = readFileSync(log).subarray(logStart).toString("utf8").slice(-2_000);
  } catch {
    // It says nothing then.
  }
  const what = "PostgreSQL has stopped by itself";
  if (isDiskFull(end)) return `${what}: ${diskFull(path.dirname(dataDir)).message}`;
  if (/shutting down|shutdown request/.test(end)) return `${what}: it was told to, by another program. Start again.`;
  return `${what}: it crashed or was killed, by hand or by the system because memory ran out (then dmesg says so). Its log is ${log}. Start again; nothing that was saved is lost.`;
}

/**
 * Below the ports that systems give to outgoing connections: one of those could take it while what listens there starts anew.
 *
 * @returns {Promise<number>} a port that nothing listened on just now, on the loopback address
 */
export async function freePort() {
  for (let turn = 0; turn < 20; turn++) {
    const port = await probed(20_000 + Math.floor(Math.random() * 12_000)).catch(() => null);
    if (port !== null) return port;
  }
  return probed(0);
}

/**
 * @param {number} port 0 for any
 * @returns {Promise<number>} the port that was listened on
 */
function probed(port) {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(port, "127.0.0.1", () => {
      const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
      probe.close(() => resolve(port));
    });
  });
}
