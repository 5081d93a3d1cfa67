import { existsSync } from "node:fs";
import path from "node:path";
import { runQuietly } from "../support/run-quietly.mjs";

const folders = ["/usr/sbin", "/usr/local/sbin", ...(process.env.PATH ?? "").split(path.delimiter).filter(Boolean)];
const find = () => folders.map((folder) => path.join(folder, "pgbouncer")).find((file) => existsSync(file)) ?? null;

/**
 * Finds PgBouncer for its test, or gets it: on Debian as root.
 *
 * @returns {Promise<string | null>} path of the program; null where there is none
 */
export async function ensurePgbouncer() {
  const found = find();
  if (found || process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return found;
  const get = "apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends pgbouncer";
  await runQuietly("sh", ["-c", get], { cwd: "/", what: "Getting PgBouncer" }).catch(() => {});
  return find();
}
