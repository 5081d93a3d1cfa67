import { execFile, spawn } from "node:child_process";
import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { OverHttp } from "../../test/api/over-http.mjs";
import { freePort } from "../database/embedded.mjs";
import { endInWords, explain, oneLine } from "../support/explain.mjs";
import { waitUntil } from "../support/processes.mjs";
import { seconds } from "../support/steps.mjs";

/**
 * `npm run test:nodes`: on each version of Node that is supported, builds, starts, signs someone up over HTTP and evaluates a model. The
 * binaries come from npm's registry into a folder of their own; what cannot be had is skipped, with a line. Versions can be named:
 * `npm run test:nodes -- 24 26`.
 */
const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
const supported = ["20.19", "22", "24", "26"];
const folder = mkdtempSync(path.join(tmpdir(), "peerbalance-nodes-"));
/** The build of this Node is put back at the end: each version makes its own. */
const [built, aside] = [path.join(root, ".next"), path.join(root, ".next-of-this-node")];

/**
 * @param {string} version
 * @returns {Promise<string | null>} path of the binary, null where the registry has none for this machine
 */
async function fetchNode(version) {
  const platform = `${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  const place = path.join(folder, `node-${version}`);
  for (const name of [`node-${platform}`, `node-bin-${platform}`]) {
    try {
      // Without scripts: the package is the binary itself.
      const flags = ["--prefix", place, "--ignore-scripts", "--no-save", "--no-audit", "--no-fund"];
      await run("npm", ["install", ...flags, `${name}@${version}`], { cwd: folder, timeout: 300_000 });
    } catch {
      continue;
    }
    const binary = path.join(place, "node_modules", name, "bin", process.platform === "win32" ? "node.exe" : "node");
    if (existsSync(binary)) return binary;
  }
  return null;
}

/** @param {boolean | Promise<boolean>} condition @param {string} what is wrong where it does not hold */
async function check(condition, what) {
  if (!(await condition)) throw new Error(what);
}

/**
 * Starts on a version, goes through a visit, and stops.
 *
 * @param {string} node path of the binary
 * @param {string} version
 */
async function visit(node, version) {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const { npm_lifecycle_event: _npm, DATABASE_URL: _own, ...inherited } = process.env;
  /** @type {NodeJS.ProcessEnv} */
  const environment = { ...inherited, NODE_ENV: "production", PORT: String(port), APP_URL: url };
  const child = spawn(node, ["scripts/start.mjs"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...environment, DATA_DIR: path.join(folder, `data-${version}`), SIGN_UP: "open" },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const isOver = () => child.exitCode !== null || child.signalCode !== null;
  try {
    await waitUntil(() => output.includes("is ready at") || isOver(), 900_000);
    await check(output.includes("is ready at"), `it does not start: ${oneLine(output.slice(-600))}`);
    const browser = new OverHttp(url, root);
    await check((await browser.page("/")).text.includes("</html>"), "the first page is not whole");
    const [email, password] = ["ada@example.org", "correct horse battery staple 7"];
    const signedUp = await browser.call("signUpAction", "/sign-up", [{ name: "Ada", email, password }]);
    await check(signedUp.result?.ok === true, `signing up fails: ${oneLine(signedUp.text)}`);
    await check((await browser.signIn(email, password)).status === 200, "signing in fails");
    const models = await browser.page("/models");
    await check(models.status === 200 && models.text.includes("Ada"), "the models are not shown to who signed in");
    const faults = output.split("\n").filter((line) => /"level":[56]0/.test(line));
    await check(faults.length === 0, `it logs a fault: ${oneLine(faults[0] ?? "")}`);
  } finally {
    child.kill("SIGTERM");
    await waitUntil(isOver, 60_000);
  }
}

/**
 * The whole result of a model, as the command prints it.
 *
 * @param {string} node path of the binary
 */
async function evaluate(node) {
  const file = path.join(folder, "model.json");
  writeFileSync(file, JSON.stringify({ inputs: { users: 60_000 }, customLines: [] }));
  const { stdout } = await run(node, ["scripts/run.mjs", "scripts/evaluate.ts", file], { cwd: root, maxBuffer: 1e9 });
  const result = JSON.parse(stdout);
  await check(Array.isArray(result.months), "evaluating a model fails");
  return result;
}

/**
 * Whether two results say the same: words to the letter, numbers but for the last digits, in which V8's powers differ.
 *
 * @param {any} one
 * @param {any} other
 * @returns {boolean}
 */
function isAlike(one, other) {
  if (typeof one === "number" && typeof other === "number") {
    return Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other));
  }
  if (typeof one !== "object" || one === null || typeof other !== "object" || other === null) return one === other;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => isAlike(one[key], other[key]));
}

/** @param {string[]} versions @returns {Promise<number>} the exit code */
async function main(versions) {
  let [passed, failed, skipped] = [0, 0, 0];
  const here = await evaluate(process.execPath);
  for (const version of versions) {
    const begun = performance.now();
    const node = await fetchNode(version);
    if (node === null) {
      console.log(
        `Node ${version}: skipped, the registry has no binary of it for ${process.platform} ${process.arch}.`,
      );
      skipped += 1;
      continue;
    }
    try {
      const name = (await run(node, ["--version"])).stdout.trim().slice(1);
      await visit(node, version);
      await check(
        isAlike(await evaluate(node), here),
        `a model has other figures than on Node ${process.versions.node}`,
      );
      console.log(`Node ${name}: builds, starts, signs up, evaluates, ${seconds(performance.now() - begun)}`);
      passed += 1;
    } catch (error) {
      console.log(`Node ${version}: failed, ${oneLine(/** @type {Error} */ (error).message, 2_000)}`);
      failed += 1;
    }
  }
  console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`);
  return failed === 0 ? 0 : 1;
}

function putBack() {
  if (existsSync(aside)) {
    rmSync(built, { recursive: true, force: true });
    renameSync(aside, built);
  }
  rmSync(folder, { recursive: true, force: true });
}

endInWords();
if (existsSync(built) && !existsSync(aside)) renameSync(built, aside);
try {
  const named = process.argv.slice(2);
  process.exitCode = await main(named.length > 0 ? named : supported);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  putBack();
}
