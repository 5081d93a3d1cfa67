import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { knownTrouble, oneLine } from "../support/explain.mjs";
import { StartupError } from "../support/startup-error.mjs";
import { withClient } from "./roles.mjs";

const ownMigrations = fileURLToPath(new URL("../../prisma/migrations/", import.meta.url));
const filters = { externalTables: [], externalEnums: [] };

/* Prisma's own schema engine, as WebAssembly: it comes from the package registry and needs no download of a program. */

/** @type {ReturnType<typeof instantiate> | undefined} */
let loading;
/** What the engine said before it gave up. */
let panic = "";

function loadEngine() {
  loading ??= instantiate();
  return loading;
}

/** Once a process: the package keeps the instance in a variable of its module. */
async function instantiate() {
  // Where the engine leaves its message before it gives up; without it the message is lost in a TypeError.
  const registry = {
    set_message: (/** @type {string} */ message) => {
      panic = message;
    },
  };
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: registry });
  const bg = await import("@prisma/schema-engine-wasm/schema_engine_bg");
  const entry = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const wasm = path.join(path.dirname(entry), "schema_engine_bg.wasm");
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), { "./schema_engine_bg.js": bg });
  bg.__wbg_set_wasm(instance.exports);
  /** @type {() => void} */ (instance.exports.__wbindgen_start)();
  return bg;
}

/**
 * Runs work on an engine, and closes its connections afterwards: one of them holds the lock against a second start.
 * `migrations` are the scripts that it may apply.
 *
 * @template T
 * @param {string} url
 * @param {readonly string[]} migrations
 * @param {(engine: any) => Promise<T>} work the package's types leave out what its methods take and give
 * @returns {Promise<T>}
 */
async function withEngine(url, migrations, work) {
  const bg = await loadEngine();
  const factory = new WholeScripts(url, migrations);
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(factory);
    const engine = await bg.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    await factory.close();
  }
}

/**
 * Sends a script as the one thing it is. The adapter would cut it at every semicolon, those inside a function's body
 * included. PostgreSQL runs it as one transaction, and the mark that the migration is applied becomes part of it: a kill
 * at any moment leaves a migration applied and marked, or neither.
 */
class WholeScripts extends PrismaPg {
  /** @type {{ dispose: () => Promise<void> }[]} */
  #open = [];
  /** @type {ReadonlySet<string>} */
  #migrations;

  /**
   * @param {string} url
   * @param {readonly string[]} migrations
   */
  constructor(url, migrations) {
    super({ connectionString: url });
    this.#migrations = new Set(migrations);
  }

  async close() {
    await Promise.all(this.#open.splice(0).map((connection) => connection.dispose()));
  }

  /** @override */
  async connect() {
    /** @type {any} its client and its handling of errors are protected */
    const connection = await super.connect();
    this.#open.push(connection);
    connection.executeScript = async (/** @type {string} */ script) => {
      try {
        await connection.client.query(this.#migrations.has(script) ? `${script}\n;\n${markApplied}` : script);
      } catch (error) {
        connection.onError(error);
      }
    };
    return connection;
  }
}

const unfinished = "finished_at IS NULL AND rolled_back_at IS NULL";
const markApplied = `UPDATE public._prisma_migrations SET finished_at = now() WHERE ${unfinished}`;

/** The number Prisma locks while it migrates. */
const migrationLock = 72707369;

/**
 * Under that lock: refuses a database that other migrations made, as nothing leads from there to here, and forgets a migration that was
 * begun and not marked. PostgreSQL undid it; the engine would ask for a hand.
 *
 * @param {string} url
 * @param {string} first
 */
function prepareAccount(url, first) {
  return withClient(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const { rows } = await client.query("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS is_there");
    if (!rows[0].is_there) return;
    const text =
      "SELECT migration_name AS name FROM public._prisma_migrations WHERE finished_at IS NOT NULL ORDER BY started_at";
    const names = (await client.query(text)).rows.map((row) => row.name);
    if (names.length > 0 && !names.includes(first)) {
      throw new StartupError(
        `The tables of the database are from before the first release of Peerbalance: they were made by ${names[0]}, and those of this version by ${first}.`,
        "Nothing was changed. Keep what you need and begin with an empty database: docs/operating.md, “From before the first release”.",
      );
    }
    await client.query(`DELETE FROM public._prisma_migrations WHERE ${unfinished}`);
  });
}

/** @param {string} folder */
function migrationsList(folder) {
  const read = (/** @type {string} */ name) => readFileSync(path.join(folder, name), "utf8");
  const directories = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: read("migration_lock.toml") },
    shadowDbInitScript: "",
    migrationDirectories: directories.map((name) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: read(`${name}/migration.sql`) } },
    })),
  };
}

/**
 * Applies what is missing, as `prisma migrate deploy` does: in order, each recorded with its checksum, under an advisory
 * lock of the engine's own, so that of two starts at once one waits.
 *
 * @param {string} url of the owner role
 * @param {string} [folder] of the migrations
 * @returns {Promise<string[]>} names of the migrations applied now
 */
export async function applyMigrations(url, folder = ownMigrations) {
  const list = migrationsList(folder);
  const [first] = list.migrationDirectories;
  if (first !== undefined) await prepareAccount(url, first.path);
  try {
    const scripts = list.migrationDirectories.map((one) => one.migrationFile.content.value);
    return await withEngine(url, scripts, async (engine) => {
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: list, filters });
      return appliedMigrationNames;
    });
  } catch (error) {
    if (knownTrouble(error)) throw error;
    throw new StartupError(
      `The migrations could not be applied: ${oneLine(panic || /** @type {Error} */ (error).message)}.`,
      "The one that failed was undone, and those before it stay; put right what it says, then start again.",
    );
  }
}

/**
 * Migrations that the database has and this version of the code does not know: a later version has run on it.
 *
 * @param {string} url of the owner role
 * @returns {Promise<number>}
 */
export function countLaterMigrations(url) {
  const known = migrationsList(ownMigrations).migrationDirectories.map((one) => one.path);
  return withClient(url, async (client) => {
    const text =
      "select count(*)::int as n from public._prisma_migrations where finished_at is not null and migration_name <> all($1)";
    return (await client.query(text, [known])).rows[0].n;
  });
}

/**
 * The SQL that leads from one schema to another. The engine compares the two texts; it connects because it must, and
 * reads nothing there: the WebAssembly build cannot describe a PostgreSQL 18 database.
 *
 * @param {string} url of any running database
 * @param {string | null} from schema as of the last migration, null for an empty database
 * @param {string} to
 * @returns {Promise<string>} "" where nothing differs
 */
export async function diffSchemas(url, from, to) {
  const target = (/** @type {string} */ content) => ({
    tag: "schemaDatamodel",
    files: [{ path: "schema.prisma", content }],
  });
  return withEngine(url, [], async (engine) => {
    const { stdout } = await engine.diff({
      from: from === null ? { tag: "empty" } : target(from),
      to: target(to),
      script: true,
      shadowDatabaseUrl: null,
      exitCode: null,
      filters,
    });
    const sql = (stdout ?? "").trim();
    return sql === "-- This is an empty migration." ? "" : sql;
  });
}
