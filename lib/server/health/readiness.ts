import "server-only";
import { readdirSync } from "node:fs";
import path from "node:path";
import { unsafeAppliedMigrations } from "@/lib/server/health/sql";
import { logger } from "@/lib/server/runtime/logger";
import { isStopping } from "@/lib/server/runtime/metrics";

export type Readiness = "ready" | "stopping" | "the database does not answer" | "migrations are missing";

/** How long the database may take, ms. */
const patience = 3_000;

/** The migrations that this version of the code was written for. */
function expectedMigrations(): string[] {
  return readdirSync(path.join(process.cwd(), "prisma", "migrations"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

/** Whether requests should be sent here. A database that is newer than the code counts as ready: migrations only add. */
export async function readiness(): Promise<Readiness> {
  if (isStopping()) return "stopping";
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patience} ms`)), patience);
  });
  try {
    const applied = new Set(await Promise.race([unsafeAppliedMigrations(), timeout]));
    return expectedMigrations().every((name) => applied.has(name)) ? "ready" : "migrations are missing";
  } catch (error) {
    logger.warn({ err: error }, "the database did not answer a question about readiness");
    return "the database does not answer";
  } finally {
    clearTimeout(timer);
  }
}
