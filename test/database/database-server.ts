import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedDatabase } from "../../scripts/database/embedded-database.mjs";
import { applyMigrations } from "../../scripts/database/engine.mjs";
import type { DatabaseUrls } from "./database-urls";
import { withoutFsync } from "./without-fsync.mjs";

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
    await withoutFsync(database.superuserUrl);
  } catch (error) {
    await database.stop();
    throw error;
  }
  return database;
}
