import { rmSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedDatabase } from "../../scripts/database/embedded-database.mjs";
import { applyMigrations } from "../../scripts/database/engine.mjs";
import type { DatabaseUrls } from "./database-urls";
import { withoutFsync } from "./without-fsync.mjs";

type Running = DatabaseUrls & { stop: () => Promise<void> };

/** Each of the two projects on a database loads this file for itself, and both use the same servers. */
const kept = globalThis as { peerbalanceTestServers?: { started: Promise<Running[]>; users: number } };

/** Real PostgreSQL servers, one for each worker: each has a data directory, a port and every migration of its own. */
export default async function startDatabaseServers(project: TestProject): Promise<() => Promise<void>> {
  kept.peerbalanceTestServers ??= { started: startAll(project.config.maxWorkers), users: 0 };
  const servers = kept.peerbalanceTestServers;
  servers.users += 1;
  const running = await servers.started;
  project.provide(
    "databases",
    running.map(({ ownerUrl, applicationUrl, superuserUrl }) => ({ ownerUrl, applicationUrl, superuserUrl })),
  );
  return async () => {
    servers.users -= 1;
    if (servers.users > 0) return;
    delete kept.peerbalanceTestServers;
    await stopAll(running);
  };
}

const folder = path.join(process.cwd(), `.data-test-${process.pid}`);

async function startAll(count: number): Promise<Running[]> {
  const running: Running[] = [];
  try {
    for (let worker = 1; worker <= count; worker++) running.push(await start(path.join(folder, String(worker))));
  } catch (error) {
    await stopAll(running);
    throw error;
  }
  return running;
}

async function stopAll(running: Running[]): Promise<void> {
  await Promise.all(running.map(({ stop }) => stop()));
  rmSync(folder, { recursive: true, force: true });
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
