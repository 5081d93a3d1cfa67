import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { applyMigrations } from "@/scripts/database/engine.mjs";
import { databaseUrls } from "@/test/database-urls";

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

  it("go on by themselves where a kill cut one off", async () => {
    const url = await emptyDatabase();
    // What the engine leaves behind when it dies after it has begun the first one: PostgreSQL undid the rest.
    await query(
      url,
      `create table _prisma_migrations (id varchar(36) primary key not null, checksum varchar(64) not null,
         finished_at timestamptz, migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
         started_at timestamptz not null default now(), applied_steps_count integer not null default 0);
       insert into _prisma_migrations (id, checksum, migration_name)
         values ('${randomUUID()}', '${expected[0]?.checksum}', '${expected[0]?.migration_name}')`,
    );
    expect(await applyMigrations(url)).toEqual(migrations);
    expect(await applied(url)).toEqual(expected);
  });

  it("leave nothing half done where one fails, mark included", async () => {
    const url = await emptyDatabase();
    // In the way of what the second migration makes last, after all its checks.
    await query(
      url,
      "create function count_up_revision() returns trigger language plpgsql as 'begin return null; end'",
    );
    await expect(applyMigrations(url)).rejects.toThrow(/count_up_revision/);
    expect(await query(url, "select conname from pg_constraint where conname = 'users_email_check'")).toEqual([]);
    expect((await applied(url)).map((one) => one.is_finished)).toEqual([true, false]);
    await query(url, "drop function count_up_revision");
    expect(await applyMigrations(url)).toEqual(migrations.slice(1));
    expect(await applied(url)).toEqual(expected);
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
