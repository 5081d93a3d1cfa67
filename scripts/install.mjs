import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { runQuietly } from "./support/run-quietly.mjs";

/**
 * Whether node_modules holds what package-lock.json asks for. npm keeps its own account of what it installed and writes
 * it last, so an interrupted installation does not pass.
 *
 * @param {string} root absolute path of the project
 */
export function isInstalled(root) {
  const wanted = readPackages(path.join(root, "package-lock.json"));
  const installed = readPackages(path.join(root, "node_modules", ".package-lock.json"));
  if (!wanted || !installed) return false;
  delete wanted[""];
  for (const [name, one] of Object.entries(wanted)) {
    const other = installed[name];
    if (!other) {
      // Made for another machine than this.
      if (one.optional || one.devOptional) continue;
      return false;
    }
    if (one.version !== other.version || one.integrity !== other.integrity) return false;
    if (!existsSync(path.join(root, name, "package.json"))) return false;
  }
  return Object.keys(installed).every((name) => name in wanted);
}

/**
 * @param {string} file a lock file
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }> | null}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages ?? null;
  } catch {
    return null;
  }
}

/** @param {string} root absolute path of the project */
export async function install(root) {
  const npm = process.env.npm_execpath;
  const [command, first] = npm && /\.c?js$/.test(npm) ? [process.execPath, [npm]] : ["npm", []];
  // The build needs the development packages too, whatever NODE_ENV says.
  await runQuietly(command, [...first, "ci", "--include=dev", "--no-audit", "--no-fund"], {
    cwd: root,
    shell: command === "npm" && process.platform === "win32",
    env: { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_SKIP_POSTINSTALL_GENERATE: "1" },
    what: "npm ci, which installs the packages,",
  });
}
