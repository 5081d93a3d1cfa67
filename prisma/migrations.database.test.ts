import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { applyMigrations, countLaterMigrations } from "@/scripts/database/engine.mjs";
import { StartupError } from "@/scripts/support/startup-error.mjs";
import { databaseUrls } from "@/test/database/database-urls";

const run = promisify(execFile);
const folder = import.meta.dirname;
const migrations = readdirSync(path.join(folder, "migrations"), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();

interface Applied {
  migration_name: string;
  checksum: string;
  is_finished: boolean;
  rolled_back_at: Date | null;
}

/** What `prisma migrate deploy` compares: SHA-256 of each file, in the order of the names. */
const expected: Applied[] = migrations.map((name) => ({
  migration_name: name,
  checksum: createHash("sha256")
    .update(readFileSync(path.join(folder, "migrations", name, "migration.sql")))
    .digest("hex"),
  is_finished: true,
  rolled_back_at: null,
}));

async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const applied = (url: string) =>
  query<Applied>(
    url,
    `select migration_name, checksum, finished_at is not null as is_finished, rolled_back_at
     from _prisma_migrations order by started_at`,
  );

/** Prisma's account of what is applied, as its engine makes it. */
const account = `create table _prisma_migrations (id varchar(36) primary key not null, checksum varchar(64) not null,
  finished_at timestamptz, migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

async function tables(url: string): Promise<string[]> {
  const rows = await query<{ name: string }>(
    url,
    "select tablename as name from pg_tables where schemaname = 'public'",
  );
  return rows.map((row) => row.name).sort();
}

/** A fresh database of the owner's, beside the one the other tests use. */
async function emptyDatabase(): Promise<string> {
  const name = `migrations_${randomUUID().replaceAll("-", "")}`;
  await query(databaseUrls().superuserUrl, `create database ${name} owner peerbalance_owner`);
  const url = new URL(databaseUrls().ownerUrl);
  url.pathname = `/${name}`;
  return url.href;
}

describe("the migrations", () => {
  it("are accounted for as `prisma migrate deploy` accounts for them", async () => {
    expect(await applied(databaseUrls().ownerUrl)).toEqual(expected);
    expect(readFileSync(path.join(folder, "migrations", "migration_lock.toml"), "utf8")).toContain(
      'provider = "postgresql"',
    );
  });

  it("lead to the schema as it stands", () => {
    const read = (name: string) => readFileSync(path.join(folder, name), "utf8");
    expect(read("migrations/schema-of-the-last-migration.prisma")).toBe(read("schema.prisma"));
  });

  it("make the columns that the schema declares, and no others", async () => {
    // Read from the text of the schema, not from Prisma: model, then `name Type … @map("column")` for each scalar.
    const text = readFileSync(path.join(folder, "schema.prisma"), "utf8");
    const models = new Set([...text.matchAll(/^model (\w+)/gm)].map((match) => match[1]));
    const declared = [...text.matchAll(/^model \w+ \{([\s\S]*?)^\}/gm)].flatMap(([, body = ""]) => {
      const table = /@@map\("(\w+)"\)/.exec(body)?.[1];
      return [...body.matchAll(/^ {2}(\w+) +(\w+)(.*)$/gm)]
        .filter(([, , type]) => !models.has(type))
        .map(([, name, , rest = ""]) => `${table}.${/[^@]@map\("(\w+)"\)/.exec(rest)?.[1] ?? name}`);
    });
    const rows = await query<{ name: string }>(
      databaseUrls().superuserUrl.replace(/\/postgres$/, "/peerbalance"),
      `select table_name || '.' || column_name as name from information_schema.columns
       where table_schema = 'public' and table_name <> '_prisma_migrations'`,
    );
    expect(rows.map((row) => row.name).sort()).toEqual(declared.sort());
  });

  it("leave no function open to everyone", async () => {
    const rows = await query(
      databaseUrls().superuserUrl.replace(/\/postgres$/, "/peerbalance"),
      `select p.oid::regprocedure::text as name from pg_proc p
       cross join aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
       where p.pronamespace = 'public'::regnamespace and a.grantee = 0`,
    );
    expect(rows).toEqual([]);
  });

  it("go on by themselves where a kill cut one off", async () => {
    const url = await emptyDatabase();
    // What the engine leaves behind when it dies after it has begun the first one: PostgreSQL undid the rest.
    await query(
      url,
      `${account};
       insert into _prisma_migrations (id, checksum, migration_name)
         values ('${randomUUID()}', '${expected[0]?.checksum}', '${expected[0]?.migration_name}')`,
    );
    expect(await applyMigrations(url)).toEqual(migrations);
    expect(await applied(url)).toEqual(expected);
  });

  it("leave nothing half done where one fails, mark included", async () => {
    const url = await emptyDatabase();
    // In the way of the last function of the first migration, after all its tables.
    await query(
      url,
      "create function applied_migrations() returns setof text language sql as $$ select ''::text where false $$",
    );
    await expect(applyMigrations(url)).rejects.toThrow(/applied_migrations/);
    expect(await tables(url)).toEqual(["_prisma_migrations"]);
    expect((await applied(url)).map((one) => one.is_finished)).toEqual([false]);
    await query(url, "drop function applied_migrations");
    expect(await applyMigrations(url)).toEqual(migrations);
    expect(await applied(url)).toEqual(expected);
  });

  it("lead an installation on by one that came later, or leave it as it was where that fails", async () => {
    const url = await emptyDatabase();
    await applyMigrations(url);
    const newer = mkdtempSync(path.join(tmpdir(), "peerbalance-newer-"));
    try {
      cpSync(path.join(folder, "migrations"), newer, { recursive: true });
      mkdirSync(path.join(newer, "29990101000000_pets"));
      const file = path.join(newer, "29990101000000_pets", "migration.sql");
      writeFileSync(file, "CREATE TABLE pets (name text); CREATE TABLE users (name text);");
      const before = await tables(url);
      await expect(applyMigrations(url, newer)).rejects.toThrow(/relation "users" already exists/);
      expect(await tables(url)).toEqual(before);
      expect((await applied(url)).map((one) => one.is_finished)).toEqual([...migrations.map(() => true), false]);
      writeFileSync(file, "CREATE TABLE pets (name text);");
      expect(await applyMigrations(url, newer)).toEqual(["29990101000000_pets"]);
      expect(await tables(url)).toEqual([...before, "pets"].sort());
      // Then a server of the version before starts beside it.
      expect(await applyMigrations(url)).toEqual([]);
      expect(await countLaterMigrations(url)).toBe(1);
    } finally {
      rmSync(newer, { recursive: true });
    }
  });

  it("refuse a database that others made, and change nothing there", async () => {
    const url = await emptyDatabase();
    await query(
      url,
      `${account};
       insert into _prisma_migrations (id, checksum, migration_name, finished_at, started_at) values
         ('1', '', '20261122200000_tables', now(), '2026-11-22'), ('2', '', '20261122200100_checks', now(), '2026-11-23'),
         ('3', '', '20261122200200_row_level_security', null, '2026-11-24');
       create table users (name text)`,
    );
    await expect(applyMigrations(url)).rejects.toThrow(
      new StartupError(
        `The tables of the database are from before the first release of Peerbalance: they were made by 20261122200000_tables, and those of this version by ${migrations[0]}.`,
        "Nothing was changed. Keep what you need and begin with an empty database: docs/operating.md, “From before the first release”.",
      ),
    );
    expect(await tables(url)).toEqual(["_prisma_migrations", "users"]);
    expect((await applied(url)).map((one) => one.is_finished)).toEqual([true, true, false]);
  });

  it("are applied once by two starts at the same time", async () => {
    const url = await emptyDatabase();
    const engine = path.join(folder, "..", "scripts", "database", "engine.mjs");
    const text = `import { applyMigrations } from ${JSON.stringify(engine)}; console.log((await applyMigrations(process.argv[1])).length); process.exit()`;
    const start = () => run(process.execPath, ["--input-type=module", "-e", text, url]);
    const both = await Promise.all([start(), start()]);
    expect(both.map(({ stdout }) => Number(stdout)).sort()).toEqual([0, migrations.length]);
    expect(await applied(url)).toEqual(expected);
  }, 30_000);
});
