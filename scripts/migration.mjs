import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { startEmbedded } from "./database/embedded.mjs";
import { diffSchemas } from "./database/engine.mjs";
import { explain } from "./support/explain.mjs";
import { StartupError } from "./support/startup-error.mjs";

/** `npm run migration -- NAME`: writes the next migration, from the schema of the last one to prisma/schema.prisma. */
const folder = fileURLToPath(new URL("../prisma/", import.meta.url));
const current = path.join(folder, "schema.prisma");
const last = path.join(folder, "migrations", "schema-of-the-last-migration.prisma");

/** The engine begins with the schema, which is always there and which the owner role may not be allowed to make. */
const withoutSchema = (/** @type {string} */ sql) =>
  sql.replace('-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS "public";\n\n', "");

/** @param {string} [name] */
async function writeMigration(name = "") {
  if (!/^[a-z][a-z0-9_]{2,40}$/.test(name)) {
    throw new StartupError(
      "A migration needs a name of small letters, digits and _.",
      "For example: npm run migration -- add_comments",
    );
  }
  const scratch = mkdtempSync(path.join(tmpdir(), "peerbalance-migration-"));
  const server = await startEmbedded({ dataDir: path.join(scratch, "postgres"), password: "scratch" });
  try {
    const url = `postgresql://postgres:scratch@127.0.0.1:${server.port}/postgres`;
    const from = existsSync(last) ? readFileSync(last, "utf8") : null;
    const sql = withoutSchema(await diffSchemas(url, from, readFileSync(current, "utf8")));
    const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
    const directory = path.join(folder, "migrations", `${stamp}_${name}`);
    mkdirSync(directory);
    writeFileSync(path.join(directory, "migration.sql"), `${sql || "-- The tables stay as they are."}\n`);
    copyFileSync(current, last);
    console.log(
      `Wrote ${path.relative(process.cwd(), directory)}/migration.sql. Read it, add checks, grants and policies, then npm start applies it.`,
    );
  } finally {
    await server.stop();
    rmSync(scratch, { recursive: true, force: true });
  }
}

try {
  await writeMigration(process.argv[2]);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
