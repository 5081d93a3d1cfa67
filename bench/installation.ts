import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { startEmbeddedDatabase } from "../scripts/database/embedded-database.mjs";
import { startedServer } from "../test/started-server";

/** A production build on loopback with a PostgreSQL of its own; what stops it leaves nothing behind. */
export async function installation(secret: string) {
  const folder = mkdtempSync(path.join(import.meta.dirname, "..", ".data-bench-"));
  const database = await startEmbeddedDatabase(folder);
  const server = await startedServer({
    DATA_DIR: folder,
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.applicationUrl,
    NEXTAUTH_SECRET: secret,
  });
  const stop = async () => {
    await server.stop();
    await database.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  if (server.isOver()) {
    await stop();
    throw new Error(`The server ended before it answered. ${server.output()}`);
  }
  const superuserUrl = new URL(database.superuserUrl);
  superuserUrl.pathname = new URL(database.ownerUrl).pathname;
  return { database, folder, server, superuserUrl: superuserUrl.href, stop };
}
