import { spawn, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freePort, startEmbedded } from "../database/embedded.mjs";

// Each start fails for something that is in a person's hands: its last line says what, which and what to do, no line is of a stack, and
// the exit code is not 0. On a real PostgreSQL; no start here gets as far as a build.

const root = path.join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(path.join(root, ".data-test-words-"));
let server: Awaited<ReturnType<typeof startEmbedded>>;
let place: string;

beforeAll(async () => {
  server = await startEmbedded({ dataDir: path.join(folder, "server", "postgres"), password: "administrator" });
  place = `127.0.0.1:${server.port}`;
  for (const statement of [
    "create role owner login createrole password 'owner'",
    "create role stranger login password 'stranger'",
    "create role unbound login bypassrls password 'unbound'",
    "create role peerbalance_app login password 'app'",
    "create database mine owner owner",
    "create database other owner owner",
    "create database of_unbound owner unbound",
    "create database ascii owner owner encoding 'SQL_ASCII' template template0 locale_provider libc locale 'C'",
    "create database closed owner owner",
    "alter database closed set default_transaction_read_only = on",
    "create database before owner owner",
  ]) {
    await as("postgres:administrator", "postgres", statement);
  }
  await as("stranger:stranger", "other", "select 1");
  await as("postgres:administrator", "other", "grant create on schema public to stranger");
  await as("stranger:stranger", "other", "create table left_here (n int)");
  await as(
    "owner:owner",
    "before",
    `create table _prisma_migrations as
     select '20261122200000_tables' as migration_name, now() as started_at, now() as finished_at`,
  );
}, 120_000);

afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function as(person: string, database: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: `postgresql://${person}@${place}/${database}` });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

const own = { NEXTAUTH_SECRET: "x".repeat(40), APP_URL: "http://localhost:3000" };
const ownDatabase = (person: string, database: string, more: Record<string, string> = {}) => ({
  ...own,
  DATABASE_URL: `postgresql://${person}@${place}/${database}`,
  ...more,
});
const app = (database: string) => ({ DATABASE_APP_URL: `postgresql://peerbalance_app:app@${place}/${database}` });

async function lastLine(
  script: string[],
  environment: Record<string, string>,
  as: { uid?: number; gid?: number } = {},
) {
  const { npm_lifecycle_event: _npm, ...inherited } = process.env;
  const child = spawn(process.execPath, script, {
    cwd: root,
    ...as,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...inherited,
      NODE_ENV: "production",
      PORT: String(await freePort()),
      DATA_DIR: path.join(folder, "data"),
      ...environment,
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  const code = await new Promise((resolve) => child.once("close", resolve));
  expect(output).not.toMatch(/^\s+at |\[stack|node:internal/m);
  expect(code).toBe(1);
  return output.trim().split("\n").at(-1);
}

const start = ["scripts/start.mjs"];

describe("a start with a PostgreSQL of one's own", () => {
  it.each<[string, () => Record<string, string>, string]>([
    [
      "whose role does not own the database",
      () => ownDatabase("stranger:stranger", "mine", app("mine")),
      `The role stranger of DATABASE_URL does not own the database mine and may not make tables in it. As an administrator of that server, run: ALTER DATABASE "mine" OWNER TO "stranger";`,
    ],
    [
      "whose role does not own what is in the database",
      () => ownDatabase("owner:owner", "other", app("other")),
      "The role owner of DATABASE_URL does not own what is in the database other: left_here belongs to stranger. Name the role that made the tables, or give Peerbalance an empty database of its own.",
    ],
    [
      "whose role is a superuser",
      () => ownDatabase("postgres:administrator", "mine", app("mine")),
      "The role postgres of DATABASE_URL is a superuser, and Peerbalance keeps its tables under a role that is bound by it.",
    ],
    [
      "whose role bypasses row-level security",
      () => ownDatabase("unbound:unbound", "of_unbound", app("of_unbound")),
      "The role unbound of DATABASE_URL bypasses row-level security",
    ],
    [
      "whose application URL names another database",
      () => ownDatabase("owner:owner", "mine", app("other")),
      "DATABASE_APP_URL leads to another database (",
    ],
    [
      "whose URL for listening names another database",
      () =>
        ownDatabase("owner:owner", "mine", {
          ...app("mine"),
          DATABASE_LISTEN_URL: `postgresql://peerbalance_app:app@${place}/other`,
        }),
      "DATABASE_LISTEN_URL leads to another database (",
    ],
    [
      "with a wrong password",
      () => ownDatabase("owner:wrong", "mine"),
      "/mine: the password is wrong. Start that server or correct DATABASE_URL.",
    ],
    ["without the database", () => ownDatabase("owner:owner", "none"), "/none: there is no such database."],
    [
      "on a host that there is none of",
      () => ({ ...own, DATABASE_URL: "postgresql://owner:owner@nowhere.invalid/mine" }),
      "DATABASE_URL does not answer at nowhere.invalid:5432/mine: ",
    ],
    [
      "whose role may not make the application's",
      // It has a password of its own already, which only an administrator may change.
      () => ownDatabase("owner:owner", "mine"),
      "The user of DATABASE_URL may not make the role peerbalance_app. As an administrator of that server, run: CREATE ROLE",
    ],
    [
      "whose encoding cannot hold every text",
      () => ownDatabase("owner:owner", "ascii", app("ascii")),
      "DATABASE_URL leads to the database ascii, whose encoding is SQL_ASCII.",
    ],
    [
      "that can only be read",
      () => ownDatabase("owner:owner", "closed", app("closed")),
      "DATABASE_URL leads to a database that can only be read. Name the server that takes writes.",
    ],
    [
      "whose tables are from before the first release",
      () => ownDatabase("owner:owner", "before", app("before")),
      "The tables of the database are from before the first release of Peerbalance: they were made by 20261122200000_tables, ",
    ],
  ])("%s", async (_name, environment, words) => {
    expect(await lastLine(start, environment())).toContain(words);
  });

  it("under another name of the same server is no other database", async () => {
    // It comes as far as the role's rights, and is refused for those.
    const { port } = server;
    const url = `postgresql://owner:owner@localhost:${port}/mine`;
    const line = await lastLine(start, ownDatabase("owner:owner", "mine", { DATABASE_APP_URL: url }));
    expect(line).toContain("The role owner of DATABASE_APP_URL is a superuser, bypasses row-level security or owns");
  });
});

describe("a start with the embedded PostgreSQL", () => {
  it.each(["203.0.113.1", "nowhere.invalid"])("on HOST %s, which is not this machine's", async (host) => {
    expect(await lastLine(start, { HOST: host })).toBe(
      `HOST is ${host}, which is no address of this machine. Set it to one of its own, for example 127.0.0.1, or leave it out.`,
    );
  });

  it("on a folder that is a file", async () => {
    const file = path.join(folder, "a-file");
    writeFileSync(file, "");
    for (const script of [start, ["scripts/dev.mjs"], ["scripts/user-reset.mjs", "ada@example.org"]]) {
      expect(await lastLine(script, { DATA_DIR: file })).toBe(
        `DATA_DIR cannot be used: ${file} is not a folder, or lies below a file. Name a folder, or move the file away.`,
      );
    }
  });

  // Root may write everywhere, so another user tries; where the project lies in a folder closed to others, nobody can.
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {};
  const mayEnter = spawnSync(process.execPath, ["scripts/check-node.mjs"], { cwd: root, ...nobody }).status === 0;

  it.skipIf(!mayEnter)("on a folder that this user may not write to", async () => {
    const closed = path.join(folder, "closed");
    mkdirSync(closed, { mode: process.getuid?.() === 0 ? 0o755 : 0o555 });
    const line = await lastLine(start, { DATA_DIR: closed }, nobody);
    expect(line).toMatch(/^DATA_DIR cannot be used: \S+closed is closed to this user \(number \d+\)\. Give that user/);
  });

  it("whose secrets.json is gone or torn, and makes no new one", async () => {
    const damaged = path.join(folder, "damaged");
    mkdirSync(path.join(damaged, "postgres"), { recursive: true });
    const file = path.join(damaged, "secrets.json");
    expect(await lastLine(start, { DATA_DIR: damaged })).toContain(`${file} is gone. Put it back from a backup`);
    writeFileSync(file, '{"superuserPassword": "x"');
    expect(await lastLine(start, { DATA_DIR: damaged })).toContain(`${file} is damaged. Put it back from a backup`);
  });

  it("whose secrets.json is of another database", async () => {
    const mixed = path.join(folder, "server");
    const secret = "x".repeat(43);
    const names = ["superuserPassword", "ownerPassword", "applicationPassword", "nextAuthSecret"];
    await server.stop();
    writeFileSync(path.join(mixed, "secrets.json"), JSON.stringify(Object.fromEntries(names.map((n) => [n, secret]))));
    expect(await lastLine(start, { DATA_DIR: mixed })).toBe(
      `The passwords in ${path.join(mixed, "secrets.json")} are not those of the database beside it. Take both from the same backup.`,
    );
  });
});

describe("the other commands", () => {
  it.each([
    [["scripts/migration.mjs"], {}, "A migration needs a name of small letters, digits and _."],
    [
      ["scripts/migration.mjs", "add_x"],
      { TMPDIR: "/nowhere" },
      "No file can be made in the folder for temporary files",
    ],
    [["scripts/user-reset.mjs"], {}, "Whose password? Name the address"],
    [["scripts/user-reset.mjs", "ada@example.org"], { PORT: "none" }, "PORT must be a whole number"],
    [["scripts/run.mjs", "scripts/nothing.mjs"], {}, "A package is missing or damaged"],
  ])("%s %o", async (script, environment, words) => {
    expect(await lastLine(script, environment)).toContain(words);
  });
});
