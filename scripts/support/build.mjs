import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { bundleWebProcess, webProcessFile } from "./bundle.mjs";
import { runQuietly } from "./run-quietly.mjs";
import { layOutStaticFiles, staticFolder } from "./static-files.mjs";

/** What a build does not read. Everything else counts, so that no change is overlooked. */
const leftOut = new Set([
  "node_modules",
  "docs",
  "bench",
  "e2e",
  "test",
  "scripts",
  "test-results",
  "playwright-report",
  "generated",
  "migrations",
]);
const leftOutFile = /(\.test\.tsx?|\.md|\.tsbuildinfo|^next-env\.d\.ts|^LICENSE)$/;

/**
 * A hash over the names and contents of all sources.
 *
 * @param {string} root absolute path of the project
 */
export function hashSources(root) {
  const hash = createHash("sha256").update(process.version);
  const add = (/** @type {string} */ folder) => {
    const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const name = path.join(folder, entry.name);
      if (entry.name.startsWith(".") || leftOut.has(entry.name)) continue;
      if (entry.isDirectory()) add(name);
      else if (entry.isFile() && !leftOutFile.test(entry.name)) {
        hash.update(`\0${path.relative(root, name)}\0`).update(readFileSync(name));
      }
    }
  };
  add(root);
  return hash.digest("hex");
}

const markOf = (/** @type {string} */ root) => path.join(root, ".next", "built-from");

/** @param {string} root */
export function isBuilt(root) {
  const mark = markOf(root);
  return (
    existsSync(path.join(root, ".next", "BUILD_ID")) &&
    existsSync(webProcessFile(root)) &&
    existsSync(staticFolder(root)) &&
    existsSync(mark) &&
    readFileSync(mark, "utf8") === hashSources(root)
  );
}

/**
 * Builds the pages, and the web process that serves them.
 *
 * @param {string} root
 */
export async function build(root) {
  // The mark goes first, so that an interrupted build is not taken for a whole one.
  rmSync(markOf(root), { force: true });
  const hash = hashSources(root);
  await runQuietly(process.execPath, [path.join(root, "node_modules", "next", "dist", "bin", "next"), "build"], {
    cwd: root,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    what: "The build",
  });
  // After the pages, whose build empties the folder.
  await Promise.all([bundleWebProcess(root, webProcessFile(root)), layOutStaticFiles(root)]);
  writeFileSync(markOf(root), hash);
}

/**
 * Writes Prisma's client where the schema or Prisma changed.
 *
 * @param {string} root
 * @returns {Promise<boolean>} whether there was something to do
 */
export async function generateClient(root) {
  const mark = path.join(root, "prisma", "generated", ".generated-from");
  const hash = createHash("sha256")
    .update(readFileSync(path.join(root, "prisma", "schema.prisma")))
    .update(readFileSync(path.join(root, "node_modules", "prisma", "package.json")))
    .digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === hash) return false;
  await runQuietly(process.execPath, [path.join(root, "node_modules", "prisma", "build", "index.js"), "generate"], {
    cwd: root,
    // Prisma insists on a schema engine even where it needs none, and would download one.
    env: {
      ...process.env,
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      CHECKPOINT_DISABLE: "1",
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
    },
    what: "prisma generate",
  });
  writeFileSync(mark, hash);
  return true;
}
