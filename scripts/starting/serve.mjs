import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseInstallationEnvironment } from "../../lib/environment.mjs";
import { checkApplicationRole, prepareApplicationRole } from "../database/application-role.mjs";
import { startEmbeddedDatabase } from "../database/embedded-database.mjs";
import { applyMigrations, countLaterMigrations } from "../database/engine.mjs";
import { checkAnswers, checkOwner, checkSameDatabase } from "../database/own-database.mjs";
import { listeningUrl, refusePooledOwner } from "../database/pooler.mjs";
import { build, generateClient, isBuilt } from "../support/build.mjs";
import { bundleWebProcess, webProcessFile } from "../support/bundle.mjs";
import { endInWords, explain } from "../support/explain.mjs";
import { isAlive } from "../support/processes.mjs";
import { endRunning } from "../support/run-quietly.mjs";
import { StartupError } from "../support/startup-error.mjs";
import { seconds, step } from "../support/steps.mjs";
import { checkPort } from "./check-port.mjs";
import { prepareDataFolder } from "./data-folder.mjs";
import { takeInstallation } from "./installation-lock.mjs";
import { sweepEveryHour } from "./sweep-every-hour.mjs";
import { startWebProcess } from "./web-process.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");

/** @import { InstallationEnvironment } from "../../lib/environment.mjs" */
/** @typedef {InstallationEnvironment & { DATABASE_URL: string, NEXTAUTH_SECRET: string }} OwnDatabaseSettings */
/**
 * @typedef {object} Database
 * @property {string} ownerUrl
 * @property {string} applicationUrl
 * @property {string} [listenUrl]
 * @property {string} nextAuthSecret
 * @property {{ pid: number, whyStopped: () => string }} [embedded] where this start runs it
 */
/** @typedef {(() => unknown)[]} Undo */
/** @typedef {(code: number) => Promise<void>} End */

/**
 * What `npm start` and `npm run dev` do once the packages are there: database, migrations, build, server; and the way
 * back when they are told to stop.
 *
 * @param {{ dev: boolean }} options
 */
export async function serve({ dev }) {
  /**
   * What to undo at the end, newest first.
   *
   * @type {Undo}
   */
  const undo = [];
  /** @type {Promise<void> | null} */
  let ending = null;
  const end = (/** @type {number} */ code) => {
    ending ??= (async () => {
      endRunning();
      for (const work of undo.reverse()) {
        try {
          await work();
        } catch (error) {
          console.error(explain(error));
        }
      }
      process.exit(code);
    })();
    return ending;
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => end(0));
  endInWords(() => end(1));
  endWithParent(() => end(0));

  try {
    await begin({ dev, undo, end, isEnding: () => ending !== null });
  } catch (error) {
    // A step that was interrupted by a stop fails, and has nothing to tell.
    if (!ending) console.error(explain(error));
    await end(1);
  }
}

/** @param {{ dev: boolean, undo: Undo, end: End, isEnding: () => boolean }} options */
async function begin({ dev, undo, end, isEnding }) {
  const settings = readSettings();
  const folder = path.resolve(root, settings.DATA_DIR);
  prepareDataFolder(folder);
  const lock = await takeInstallation(
    folder,
    settings.DATABASE_URL ? `running-${settings.PORT}.json` : "running.json",
    root,
  );
  undo.push(() => lock.release());
  await checkPort(settings);

  const database = await (hasOwnDatabase(settings)
    ? step("Reaching the database", () => ownDatabase(settings))
    : step(
        "Starting PostgreSQL",
        () => embeddedDatabase(folder, undo),
        (one) => one.told,
      ));
  if (database.embedded) watch(database.embedded, { end, isEnding });
  await step(
    "Applying the migrations",
    () => applyMigrations(database.ownerUrl),
    (applied) => (applied.length ? `${applied.length} new` : "none new"),
  );
  const later = await countLaterMigrations(database.ownerUrl);
  if (later > 0) {
    console.log(
      `The database has ${later} migrations that this version does not know: a later version has run on it. They only add, so this one goes on.`,
    );
  }
  await checkApplicationRole(database.applicationUrl);
  await step(
    "Writing the database client",
    () => generateClient(root),
    (done) => (done ? "written" : "up to date"),
  );
  if (dev) await step("Building the web process", () => bundleWebProcess(root, webProcessFile(root, { dev })));
  else {
    await step(
      "Building the pages",
      () => buildIfChanged(),
      (done) => (done ? "built" : "up to date"),
    );
  }

  const appUrl = settings.APP_URL ?? `http://localhost:${settings.PORT}`;
  // Next.js writes lines of its own meanwhile; this step's comes whole after them.
  const start = performance.now();
  const server = await startWebProcess({
    root,
    dev,
    settings,
    environment: {
      NODE_ENV: dev ? "development" : "production",
      NEXT_TELEMETRY_DISABLED: "1",
      PORT: String(settings.PORT),
      APP_URL: appUrl,
      DATABASE_APP_URL: database.applicationUrl,
      DATABASE_LISTEN_URL: database.listenUrl ?? database.applicationUrl,
      NEXTAUTH_SECRET: settings.NEXTAUTH_SECRET ?? database.nextAuthSecret,
    },
    onEnd: (why) => {
      if (isEnding()) return;
      console.error(why);
      end(1);
    },
  });
  undo.push(server.stop);
  lock.add({ serverPid: server.pid, appUrl });
  console.log(`Starting the server … ${seconds(performance.now() - start)}`);
  console.log(`Peerbalance is ready at ${appUrl}`);
  sweepEveryHour({ ownerUrl: database.ownerUrl, lookAtDecisions: server.lookAtDecisions, isEnding });
}

function readSettings() {
  /** @type {InstallationEnvironment} */
  let settings;
  try {
    settings = parseInstallationEnvironment(process.env);
  } catch (error) {
    throw new StartupError(/** @type {Error} */ (error).message, "The README lists every variable.");
  }
  if (!settings.DATABASE_URL) return settings;
  const missing = /** @type {const} */ (["NEXTAUTH_SECRET", "APP_URL"]).filter((name) => !settings[name]);
  if (missing.length === 0) return settings;
  throw new StartupError(
    `With DATABASE_URL set, ${missing.join(" and ")} must be set too.`,
    "NEXTAUTH_SECRET is a secret of 32 characters or more (openssl rand -base64 32), APP_URL the address people open.",
  );
}

async function buildIfChanged() {
  if (isBuilt(root)) return false;
  await build(root);
  return true;
}

/**
 * @param {InstallationEnvironment} settings as they were read: with DATABASE_URL, the secret is there too
 * @returns {settings is OwnDatabaseSettings}
 */
function hasOwnDatabase(settings) {
  return settings.DATABASE_URL !== undefined;
}

/**
 * @param {OwnDatabaseSettings} settings
 * @returns {Promise<Database>}
 */
async function ownDatabase(settings) {
  const ownerUrl = settings.DATABASE_URL;
  await checkAnswers("DATABASE_URL", ownerUrl);
  await refusePooledOwner(ownerUrl);
  await checkOwner(ownerUrl);
  for (const name of /** @type {const} */ (["DATABASE_APP_URL", "DATABASE_LISTEN_URL"])) {
    const url = settings[name];
    if (!url) continue;
    await checkAnswers(name, url);
    await checkSameDatabase(ownerUrl, name, url);
  }
  const applicationUrl = await prepareApplicationRole({
    ownerUrl,
    applicationUrl: settings.DATABASE_APP_URL,
    secret: settings.NEXTAUTH_SECRET,
  });
  const listenUrl = await listeningUrl({ ownerUrl, applicationUrl, listenUrl: settings.DATABASE_LISTEN_URL });
  return { ownerUrl, applicationUrl, listenUrl, nextAuthSecret: settings.NEXTAUTH_SECRET };
}

/**
 * @param {string} folder absolute path of the data folder
 * @param {Undo} undo
 * @returns {Promise<Database & { told: string }>}
 */
async function embeddedDatabase(folder, undo) {
  const database = await startEmbeddedDatabase(folder);
  undo.push(() => step("Stopping PostgreSQL", () => database.stop()));
  const told = database.isNew ? "a new database" : database.wasLeftOver ? "after an earlier start was cut off" : "";
  const { ownerUrl, applicationUrl, nextAuthSecret, pid, whyStopped } = database;
  return { ownerUrl, applicationUrl, nextAuthSecret, embedded: { pid, whyStopped }, told };
}

/**
 * Ends everything where the embedded PostgreSQL has ended by itself.
 *
 * @param {NonNullable<Database["embedded"]>} embedded
 * @param {{ end: End, isEnding: () => boolean }} start
 */
function watch({ pid, whyStopped }, { end, isEnding }) {
  setInterval(() => {
    if (isEnding() || isAlive(pid)) return;
    console.error(whyStopped());
    end(1);
  }, 1000).unref();
}

/**
 * A killed npm leaves this process behind with another parent. Started by something else than npm, it may outlive it.
 *
 * @param {() => unknown} end
 */
function endWithParent(end) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 500).unref();
}
