import { spawn } from "node:child_process";
import { webProcessFile } from "../support/bundle.mjs";
import { isDiskFull } from "../support/explain.mjs";
import { StartupError } from "../support/startup-error.mjs";
import { seconds } from "../support/steps.mjs";
import { cannotListen } from "./check-port.mjs";
import { heapArguments, heapLimit } from "./heap-limit.mjs";
import { asLogLines } from "./log-lines.mjs";

/** @import { LookAnswer, LookQuestion, StartMessage } from "../../lib/web-process/start-message" */

/**
 * Starts the web process and waits until it listens. It gets the application's role and never the owner's.
 *
 * @param {object} options
 * @param {string} options.root absolute path of the project
 * @param {boolean} options.dev
 * @param {{ PORT: number, HOST?: string | undefined }} options.settings
 * @param {Record<string, string | undefined>} options.environment
 * @param {(why: string) => void} options.onEnd called where it ends by itself later
 */
export async function startWebProcess({ root, dev, settings, environment, onEnd }) {
  const { DATABASE_URL: _owner, ...inherited } = process.env;
  const child = spawn(
    process.execPath,
    [...heapArguments(), webProcessFile(root, { dev }), ...(dev ? ["--dev"] : [])],
    {
      cwd: root,
      // Its own process group: Ctrl-C in a terminal reaches this process only, which then stops them in order.
      detached: true,
      // What a person reads while developing stays as it is.
      stdio: ["ignore", "inherit", dev ? "inherit" : "pipe", "ipc"],
      env: { ...inherited, ...environment },
    },
  );
  const lastWords = child.stderr ? asLogLines(child.stderr, (line) => process.stderr.write(`${line}\n`)) : () => "";
  /** @type {Error | null} */
  let failure = null;
  /** @type {Promise<void>} */
  const ended = new Promise((resolve) => {
    child.once("error", (error) => {
      failure = error;
      resolve();
    });
    // Not at its exit: what it printed last is read first.
    child.once("close", () => resolve());
  });
  /** @type {Promise<StartMessage>} */
  const told = new Promise((resolve) => child.once("message", resolve));
  const first = await Promise.race([told, ended.then(() => null)]);
  if (failure) throw failure;
  if (!first || "cannotListen" in first) {
    await ended;
    const own = lastWords().trim().split("\n").at(-1);
    const inWords = own && !own.startsWith("{") ? own : whyEnded(child, lastWords());
    throw new StartupError(
      "The server did not start:",
      first ? cannotListen(first.cannotListen, settings).message : inWords,
    );
  }
  ended.then(() => onEnd(`The server has stopped by itself: ${whyEnded(child, lastWords())}`));
  return { pid: child.pid, stop: () => stop(child, ended), lookAtDecisions: () => lookAtDecisions(child) };
}

/**
 * Has the web process look at the decisions that are due, one question at a time.
 *
 * @param {import("node:child_process").ChildProcess} child
 * @returns {Promise<number>} how many there were
 */
function lookAtDecisions(child) {
  return new Promise((resolve, reject) => {
    child.once("message", (/** @type {LookAnswer} */ answer) => {
      if ("failed" in answer) reject(new StartupError(answer.failed, "It is tried again in an hour."));
      else resolve(answer.decisions);
    });
    const question = /** @satisfies {LookQuestion} */ ({ lookAt: "decisions" });
    child.send(question, undefined, undefined, (error) => error && reject(error));
  });
}

/** @param {import("node:child_process").ChildProcess} child @param {Promise<void>} ended */
async function stop(child, ended) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  // The server writes lines of its log meanwhile; this step's comes whole after them.
  const begun = performance.now();
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(timer);
  console.log(`Stopping the server … ${seconds(performance.now() - begun)}`);
}

/**
 * Why a process ended, and what to do, by how it ended and by its last lines.
 *
 * @param {{ exitCode: number | null, signalCode: string | null }} process
 * @param {string} lastWords
 */
export function whyEnded({ exitCode, signalCode }, lastWords) {
  if (/heap out of memory|Reached heap limit/.test(lastWords)) {
    return `its heap of ${heapLimit()} MB was not enough. Give the machine more memory, or set NODE_OPTIONS=--max-old-space-size=… to more.`;
  }
  if (isDiskFull(lastWords)) return "the disk is full. Free some space, then start again.";
  if (signalCode === "SIGKILL") {
    return "it was killed (SIGKILL), by hand or by the system because memory ran out (then dmesg says so). Give the machine more memory, or end what else runs there; then start again.";
  }
  if (signalCode) return `it was ended by a signal (${signalCode}). Start it again.`;
  return `it ended with exit code ${exitCode}. Start it again; its last lines in the log say why.`;
}
