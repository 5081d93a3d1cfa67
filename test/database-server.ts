import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { startEmbeddedDatabase } from "../scripts/database/embedded-database.mjs";
import { applyMigrations } from "../scripts/database/engine.mjs";

declare module "vitest" {
  interface ProvidedContext {
    ownerUrl: string;
    applicationUrl: string;
    superuserUrl: string;
  }
}

/** One real PostgreSQL for a run of the database tests: its own data directory, a free port, every migration. */
export default async function startDatabaseServer(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(process.cwd(), ".data-test-"));
  const database = await startEmbeddedDatabase(folder);
  try {
    await applyMigrations(database.ownerUrl);
  } catch (error) {
    await database.stop();
    throw error;
  }
  project.provide("ownerUrl", database.ownerUrl);
  project.provide("applicationUrl", database.applicationUrl);
  project.provide("superuserUrl", database.superuserUrl);
  return async () => {
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
