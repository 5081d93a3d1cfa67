import { existsSync } from "node:fs";
import path from "node:path";
import { runQuietly } from "../support/run-quietly.mjs";

const folders = ["/usr/sbin", "/usr/local/sbin", ...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean)];

/**
 * Finds a program that a test needs, or gets it: on Debian as root.
 *
 * @param {string} command
 * @param {string} debianPackage the package of Debian that has it
 * @returns {Promise<string | null>} path of the program; null where there is none
 */
export async function ensureCommand(command, debianPackage) {
  const find = () => folders.map((folder) => path.join(folder, command)).find((file) => existsSync(file)) ?? null;
  const found = find();
  if (found || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return found;
  const get = `apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ${debianPackage}`;
  await runQuietly("sh", ["-c", get], { cwd: "/", what: `Getting ${debianPackage}` }).catch(() => {});
  return find();
}
