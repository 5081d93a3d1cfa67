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
import { countPlaywright, countVitest } from "./test-counts.mjs";

/** @import { Counts } from "./test-counts.mjs" */

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

/** What `npm run architecture` is given, so that both look at the same folders. */
const [, ...architecture] = readJson(path.join(root, "package.json")).scripts.architecture.split(" ");

/** What `npm test` runs, in order. Each answers how many checks passed and failed; one that throws counts as one failed. */
const steps = {
  "Prisma's client": () => check(() => generateClient(root)),
  "Types of the routes": () => check(() => typesOfRoutes()),
  Types: () => check(() => quietly("tsc", programs.tsc, ["--noEmit"])),
  Lint: () => check(() => quietly("biome", programs.biome, ["check", "--error-on-warnings", "."])),
  Architecture: () => check(() => quietly("dependency-cruiser", programs.depcruise, architecture)),
  "Unused code": () => check(() => quietly("knip", programs.knip, [])),
  "Unit tests": () => vitest("unit*"),
  "Tests on PostgreSQL": () => vitest("database"),
  "Production build": () => check(() => (isBuilt(root) ? null : build(root))),
  "Start and stop": () => vitest("start"),
  "Browser tests": () => playwright(),
};

export async function runTests() {
  /** @type {(Counts & { name: string, took: string })[]} */
  const ran = [];
  for (const [name, work] of Object.entries(steps)) {
    console.log(`\n── ${name}`);
    const start = performance.now();
    const counts = await work().catch((/** @type {Error} */ error) => {
      console.error(error.message);
      return { passed: 0, failed: 1 };
    });
    const took = seconds(performance.now() - start);
    ran.push({ name, ...counts, took });
    console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed, ${took}`);
  }
  const sum = (/** @type {"passed" | "failed"} */ key) => ran.reduce((total, one) => total + one[key], 0);
  console.log("\nRan:");
  for (const { name, passed, failed, took } of ran)
    console.log(`  ${name}: ${passed} passed, ${failed} failed, ${took}`);
  console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
  process.exitCode = sum("failed") === 0 ? 0 : 1;
}

/** @param {() => unknown} work */
async function check(work) {
  await work();
  return { passed: 1, failed: 0 };
}

/** @param {string} what @param {string} program @param {string[]} args */
const quietly = (what, program, args) => runQuietly(process.execPath, [program, ...args], { cwd: root, what });

/** Those that a development server wrote earlier would be checked too, and contradict the new ones where a page has come since. */
function typesOfRoutes() {
  rmSync(path.join(root, ".next", "dev", "types"), { recursive: true, force: true });
  return quietly("next typegen", programs.next, ["typegen"]);
}

/** @param {string} project */
function vitest(project) {
  return withReport(async (report) => {
    const args = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const code = await show([programs.vitest, ...args], {});
    return countVitest(readJson(report), code);
  });
}

async function playwright() {
  const browser = await ensureBrowser(root);
  const port = await freePort();
  const folder = mkdtempSync(path.join(root, ".data-test-browser-"));
  try {
    return await withReport(async (report) => {
      // A recording of every page takes a good part of the whole time; anyone who repeats one test has it.
      const code = await show([programs.playwright, "test", "--trace=off", "--reporter=list,json"], {
        PEERBALANCE_TEST_BROWSER: browser,
        PORT: String(port),
        DATA_DIR: folder,
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      });
      return countPlaywright(readJson(report), code);
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
 * Runs a test runner in sight and gives its exit code.
 *
 * @param {string[]} args
 * @param {Record<string, string>} extra variables of its environment
 * @returns {Promise<number>}
 */
function show(args, extra) {
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...withoutInstallation(process.env), ...extra },
  });
  return new Promise((resolve) => {
    child.on("error", () => resolve(1));
    child.on("exit", (code) => resolve(code ?? 1));
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
