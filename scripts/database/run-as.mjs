import { execFile } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { StartupError } from "../support/startup-error.mjs";

const run = promisify(execFile);

/**
 * How PostgreSQL's programs are run: PostgreSQL refuses to run as root, so root hands them to an ordinary user.
 *
 * @typedef {object} RunAs
 * @property {string[]} prefix a program and its arguments to put before the command
 * @property {{ uid?: number, gid?: number }} ids for child_process.spawn
 * @property {{ uid: number, gid: number } | null} owner who must own the data directory; null where we are not root
 */

/**
 * @param {string} dataDir directory of the cluster, which may not exist yet; its parent does
 * @param {string} initdb path of that program; asked to find its way
 * @returns {Promise<RunAs>}
 */
export async function runAs(dataDir, initdb) {
  if (process.platform === "win32" || process.getuid?.() !== 0) {
    refuseForeignDirectory(dataDir);
    return { prefix: [], ids: {}, owner: null };
  }
  const owner = existingOwner(dataDir) ?? (await unprivilegedUser());
  const parent = path.dirname(dataDir);
  const ids = { uid: owner.uid, gid: owner.gid };
  if (await works([], ids, parent, initdb)) return { prefix: [], ids, owner };
  // A clone under /root lies behind a directory that nobody else may enter. The database's user gets the right to pass
  // through directories rather than that directory being opened to everybody.
  for (const capabilities of ["+dac_read_search", "+dac_override"]) {
    const prefix = [
      "setpriv",
      `--reuid=${owner.uid}`,
      `--regid=${owner.gid}`,
      "--clear-groups",
      // Programs that ask with access(2) whether they may are answered without these rights otherwise.
      "--securebits=+no_setuid_fixup",
      `--inh-caps=${capabilities}`,
      `--ambient-caps=${capabilities}`,
    ];
    if (await works(prefix, {}, parent, initdb)) return { prefix, ids: {}, owner };
  }
  throw new StartupError(
    `PostgreSQL may not run as root, and the user it runs as instead (number ${owner.uid}) may not enter ${parent}.`,
    "Move the project to a folder that other users may enter, for example /opt/peerbalance, or start it as an ordinary user.",
  );
}

/** @param {string[]} prefix @param {RunAs["ids"]} ids @param {string} directory @param {string} initdb */
async function works(prefix, ids, directory, initdb) {
  const find = 'cd "$0" && "$1" --show --pgdata="$0/postgres"';
  const [command = "sh", ...rest] = [...prefix, "sh", "-c", find, directory, initdb];
  try {
    await run(command, rest, { ...ids, cwd: "/" });
    return true;
  } catch {
    return false;
  }
}

/** @param {string} dataDir */
function existingOwner(dataDir) {
  if (!existsSync(dataDir)) return null;
  const { uid, gid } = statSync(dataDir);
  return uid === 0 ? null : { uid, gid };
}

/** @param {string} dataDir */
function refuseForeignDirectory(dataDir) {
  if (!process.getuid || !existsSync(dataDir)) return;
  const { uid } = statSync(dataDir);
  if (uid === process.getuid()) return;
  throw new StartupError(
    `The database in ${dataDir} belongs to another user (number ${uid}), who started it before, perhaps root.`,
    "Start as that user, or as root.",
  );
}

async function unprivilegedUser() {
  const found = (await lookUp("postgres")) ?? (await addUser()) ?? (await lookUp("nobody"));
  if (found) return found;
  throw new StartupError(
    "PostgreSQL may not run as root, and there is no other user to run it as.",
    "Add a user named postgres, or start as an ordinary user.",
  );
}

async function addUser() {
  try {
    await run("useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  } catch {
    return null;
  }
  return lookUp("postgres");
}

/** @param {string} name */
async function lookUp(name) {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}
