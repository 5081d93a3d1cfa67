import { randomUUID } from "node:crypto";
import { knownTrouble, oneLine } from "../support/explain.mjs";
import { StartupError } from "../support/startup-error.mjs";
import { checkSameDatabase, placeOf } from "./own-database.mjs";
import { withClient } from "./roles.mjs";

/**
 * Whether a URL leads through a pooler that gives a connection another server process for each transaction, as PgBouncer's transaction
 * mode does. Two connections open at once are never served by one process otherwise, and one connection never by two.
 *
 * @param {string} url
 */
export function poolsTransactions(url) {
  const process = async (/** @type {import("pg").Client} */ client) =>
    (await client.query("select pg_backend_pid() as pid")).rows[0].pid;
  return withClient(url, (first) =>
    withClient(url, async (second) => {
      // Others may take the process in between, so more than one try.
      for (let attempt = 0; attempt < 5; attempt += 1) {
        const before = await process(first);
        await second.query("begin");
        try {
          const beside = await process(second);
          if (beside === before || (await process(first)) !== before) return true;
        } finally {
          await second.query("rollback");
        }
      }
      return false;
    }),
  );
}

/**
 * The migrations lock for a session, and notifications are heard in one: DATABASE_URL must give one.
 *
 * @param {string} ownerUrl
 */
export async function refusePooledOwner(ownerUrl) {
  if (!(await poolsTransactions(ownerUrl))) return;
  throw new StartupError(
    `DATABASE_URL leads through a pooler in transaction mode (${placeOf(ownerUrl)}), and the migrations need a session of their own.`,
    "Name the PostgreSQL server itself in DATABASE_URL; DATABASE_APP_URL may lead through the pooler.",
  );
}

/**
 * The URL on which the pages hear of each other's saves. Where the application's own leads through a pooler, it is the server of
 * DATABASE_URL with the application's role.
 *
 * @param {{ ownerUrl: string, applicationUrl: string, listenUrl?: string | undefined }} urls
 * @returns {Promise<string>}
 */
export async function listeningUrl({ ownerUrl, applicationUrl, listenUrl }) {
  if (listenUrl) {
    if (await hears(listenUrl)) return listenUrl;
    throw new StartupError(
      `DATABASE_LISTEN_URL leads through a pooler in transaction mode (${placeOf(listenUrl)}), which passes no notifications on.`,
      "Name the PostgreSQL server itself, or a pool in session mode.",
    );
  }
  if (!(await poolsTransactions(applicationUrl))) return applicationUrl;
  const direct = new URL(ownerUrl);
  const { username, password } = new URL(applicationUrl);
  Object.assign(direct, { username, password });
  try {
    await checkSameDatabase(ownerUrl, "DATABASE_URL with the application's role", direct.href);
    if (await hears(direct.href)) return direct.href;
  } catch (error) {
    const why = (knownTrouble(error)?.message ?? oneLine(/** @type {Error} */ (error).message)).replace(/\.$/, "");
    throw new StartupError(
      `DATABASE_APP_URL leads through a pooler in transaction mode (${placeOf(applicationUrl)}), and its role cannot reach the server of DATABASE_URL itself (${why}).`,
      "Set DATABASE_LISTEN_URL to that server, or to a pool in session mode, as the application's role.",
    );
  }
  throw new StartupError(
    `DATABASE_APP_URL leads through a pooler in transaction mode (${placeOf(applicationUrl)}), which passes no notifications on.`,
    "Set DATABASE_LISTEN_URL to the PostgreSQL server itself, or to a pool in session mode, as the application's role.",
  );
}

/**
 * Whether a notification sent by another connection arrives.
 *
 * @param {string} url
 */
function hears(url) {
  const channel = `peerbalance_start_${randomUUID().replaceAll("-", "")}`;
  return withClient(url, async (listener) => {
    await listener.query(`listen ${channel}`);
    const heard = new Promise((resolve) => {
      listener.once("notification", () => resolve(true));
      setTimeout(() => resolve(false), 3_000).unref();
    });
    await withClient(url, (sender) => sender.query(`notify ${channel}`));
    const isHeard = await heard;
    await listener.query(`unlisten ${channel}`);
    return isHeard;
  });
}
