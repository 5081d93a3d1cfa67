import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedDatabase } from "../scripts/database/embedded-database.mjs";
import { applyMigrations } from "../scripts/database/engine.mjs";
import { withClient } from "../scripts/database/roles.mjs";
import type { DatabaseUrls } from "./database-urls";

type Running = DatabaseUrls & { stop: () => Promise<void> };

/** Real PostgreSQL servers, one for each worker: each has a data directory, a port and every migration of its own. */
export default async function startDatabaseServers(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(process.cwd(), ".data-test-"));
  const running: Running[] = [];
  const stopAll = async () => {
    await Promise.all(running.map(({ stop }) => stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (let worker = 1; worker <= project.config.maxWorkers; worker++) {
      running.push(await start(path.join(folder, String(worker))));
    }
  } catch (error) {
    await stopAll();
    throw error;
  }
  project.provide(
    "databases",
    running.map(({ ownerUrl, applicationUrl, superuserUrl }) => ({ ownerUrl, applicationUrl, superuserUrl })),
  );
  return stopAll;
}

async function start(folder: string): Promise<Running> {
  const database = await startEmbeddedDatabase(folder);
  try {
    await applyMigrations(database.ownerUrl);
    // What a power cut would lose is of no use to a test; what a kill does is tried by those of "start", with the usual settings.
    await withClient(database.superuserUrl, async (client: { query: (sql: string) => Promise<unknown> }) => {
      await client.query("alter system set fsync = off");
      await client.query("select pg_reload_conf()");
    });
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}
