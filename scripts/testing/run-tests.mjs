import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "../database/embedded.mjs";
import { build, generateClient, isBuilt } from "../support/build.mjs";
import { runQuietly } from "../support/run-quietly.mjs";
import { seconds } from "../support/steps.mjs";
import { ensureBrowser } from "./ensure-browser.mjs";
import { ensureCommands } from "./ensure-command.mjs";
import { failedInPlaywright, failedInVitest, inWords } from "./failed-tests.mjs";
import { findBrowser } from "./find-browser.mjs";
import { countPlaywright, countVitest } from "./test-counts.mjs";

/** @import { Counts } from "./test-counts.mjs" */
/** @import { Failure } from "./failed-tests.mjs" */

const root = fileURLToPath(new URL("../..", import.meta.url));
const bin = (/** @type {string[]} */ ...parts) => path.join(root, "node_modules", ...parts);
const programs = {
  next: bin("next", "dist", "bin", "next"),
  // Version 7 checks types; dependency-cruiser reads the code by version 6, the last with an interface for programs.
  tsc: bin("typescript7", "bin", "tsc"),
  depcruise: bin("dependency-cruiser", "bin", "dependency-cruise.mjs"),
  knip: bin("knip", "bin", "knip.js"),
  biome: bin("@biomejs", "biome", "bin", "biome"),
  vitest: bin("vitest", "vitest.mjs"),
  playwright: bin("@playwright", "test", "cli.js"),
};

/** @type {import("./ensure-command.mjs").Command[]} */
const forUnitsAndStarts = ["soffice", "pdftotext", "qpdf", "jsc", "js102", "pgbouncer"];

/** What `npm run architecture` is given, so that both look at the same folders. */
const [, ...architecture] = readJson(path.join(root, "package.json")).scripts.architecture.split(" ");

/** @typedef {(chunk: unknown) => void} Write */

/** @typedef {Counts & { failures: Failure[] }} Outcome */

/**
 * What `npm test` runs: groups in order, and the steps of a group at once, so that none of two processors waits while
 * one step has use for one alone, or waits itself. Each step answers how many checks passed and failed, and which
 * failed; one that throws counts as one failed.
 *
 * @type {Record<string, (write: Write) => Promise<Outcome>>[]}
 */
const groups = [
  { "Prisma's client": () => check(() => generateClient(root)) },
  { "Types of the routes": () => check(() => typesOfRoutes()) },
  // Before the build, which writes types of the routes too.
  {
    Lint: () => check(() => quietly("biome", programs.biome, ["check", "--error-on-warnings", "."])),
    Types: () => check(() => quietly("tsc", programs.tsc, ["--noEmit"])),
  },
  {
    Architecture: () => check(() => quietly("dependency-cruiser", programs.depcruise, architecture)),
    "Unused code": () => check(() => quietly("knip", programs.knip, [])),
    "Production build": () => check(() => (isBuilt(root) ? null : build(root))),
  },
  { "Programs of the system": () => check(programsOfTheSystem) },
  {
    "Unit tests": (write) => vitest("unit*", write),
    "Tests on PostgreSQL": (write) => vitest("database*", write),
  },
  {
    "Start and stop": (write) => vitest("start", write),
    "Browser tests": (write) => playwright(write),
  },
];

/** @type {Promise<void> | undefined} */
let gotten;

/**
 * What tests run beside what npm installs. Getting it waits for the network and the disk, so that it begins with the
 * whole and goes on beside what needs none of it; a test that misses a program says so itself.
 */
function programsOfTheSystem() {
  gotten ??= ensureCommands(findBrowser() ? forUnitsAndStarts : [...forUnitsAndStarts, "chromium-headless-shell"]);
  return gotten;
}

export async function runTests() {
  programsOfTheSystem();
  /** @type {(Outcome & { name: string, took: string })[]} */
  const ran = [];
  for (const group of groups) {
    const steps = Object.entries(group);
    console.log(`\n── ${steps.map(([name]) => name).join(", ")}`);
    const isLast = (/** @type {number} */ place) => place === steps.length - 1;
    ran.push(...(await Promise.all(steps.map(([name, work], place) => runStep(name, work, isLast(place))))));
  }
  const sum = (/** @type {"passed" | "failed"} */ key) => ran.reduce((total, one) => total + one[key], 0);
  console.log("\nRan:");
  for (const { name, passed, failed, took } of ran)
    console.log(`  ${name}: ${passed} passed, ${failed} failed, ${took}`);
  const failures = ran.flatMap(({ name, failures }) =>
    failures.map((one) => ({ ...one, name: `${name}: ${one.name}` })),
  );
  if (failures.length > 0) console.log(["\nFailed:", ...inWords(failures)].join("\n"));
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
}

/**
 * @param {string} name
 * @param {(write: Write) => Promise<Outcome>} work
 * @param {boolean} printsAsItGoes as the last of a group does; what runs beside it prints once it is over
 */
async function runStep(name, work, printsAsItGoes) {
  let output = "";
  let tail = "";
  const start = performance.now();
  const { passed, failed, failures } = await work((chunk) => {
    if (printsAsItGoes) process.stdout.write(String(chunk));
    else output += chunk;
    tail = (tail + chunk).slice(-600);
  }).catch((/** @type {Error} */ error) => {
    output += `${error.message}\n`;
    return { passed: 0, failed: 1, failures: [{ name: "what it found", error: error.message }] };
  });
  const took = seconds(performance.now() - start);
  process.stdout.write(output);
  console.log(`${name}: ${passed} passed, ${failed} failed, ${took}`);
  const isUntold = failed > 0 && failures.length === 0;
  const untold = { name: "its output ends", error: tail.trimEnd().split("\n").slice(-10).join("\n") };
  return { name, passed, failed, failures: isUntold ? [untold] : failures, took };
}

/** @param {() => unknown} work */
async function check(work) {
  await work();
  return { passed: 1, failed: 0, failures: [] };
}

/** @param {string} what @param {string} program @param {string[]} args */
const quietly = (what, program, args) => runQuietly(process.execPath, [program, ...args], { cwd: root, what });

/** Those that a development server wrote earlier would be checked too, and contradict the new ones where a page has come since. */
function typesOfRoutes() {
  rmSync(path.join(root, ".next", "dev", "types"), { recursive: true, force: true });
  return quietly("next typegen", programs.next, ["typegen"]);
}

/** @param {string} project @param {Write} write */
function vitest(project, write) {
  return withReport(async (report) => {
    const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const code = await run([programs.vitest, ...args], {}, write);
    const json = readJson(report);
    return { ...countVitest(json, code), failures: failedInVitest(json, root) };
  });
}

/** @param {Write} write */
async function playwright(write) {
  const browser = await ensureBrowser(root);
  const port = await freePort();
  const folder = mkdtempSync(path.join(root, ".data-test-browser-"));
  try {
    return await withReport(async (report) => {
      // A recording of every page takes a good part of the whole time; anyone who repeats one test has it.
      const args = [programs.playwright, "test", "--trace=off", "--reporter=list,json"];
      const settings = { PEERBALANCE_TEST_BROWSER: browser, PORT: String(port), DATA_DIR: folder };
      const code = await run(args, { ...settings, PLAYWRIGHT_JSON_OUTPUT_FILE: report }, write);
      const json = readJson(report);
      return { ...countPlaywright(json, code), failures: failedInPlaywright(json) };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @template T
 * @param {(report: string) => Promise<T>} work given the path of the file that the runner shall write
 */
async function withReport(work) {
  const folder = mkdtempSync(path.join(tmpdir(), "peerbalance-report-"));
  try {
    return await work(path.join(folder, "report.json"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} file */
function readJson(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return null;
  }
}

/**
 * Runs a test runner and gives its exit code.
 *
 * @param {string[]} args
 * @param {Record<string, string>} extra variables of its environment
 * @param {Write} write is given what it prints
 * @returns {Promise<number>}
 */
function run(args, extra, write) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...withoutInstallation(process.env), ...extra },
  });
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", write);
  return new Promise((resolve) => {
    child.on("error", () => resolve(1));
    child.on("close", (code) => resolve(code ?? 1));
  });
}

/**
 * The tests bring their own database and settings; those of an installation on this machine must not reach them.
 *
 * @param {NodeJS.ProcessEnv} environment
 * @returns {NodeJS.ProcessEnv}
 */
function withoutInstallation(environment) {
  const names = [
    "DATABASE_URL",
    "DATABASE_APP_URL",
    "DATABASE_LISTEN_URL",
    "APP_URL",
    "NEXTAUTH_SECRET",
    "NEXTAUTH_URL",
    "PORT",
    "HOST",
    "SIGN_UP",
    "TRUSTED_PROXIES",
    "DATA_DIR",
    "NODE_ENV",
  ];
  const left = Object.entries(environment).filter(([name]) => !names.includes(name));
  return /** @type {NodeJS.ProcessEnv} */ (Object.fromEntries(left));
}
