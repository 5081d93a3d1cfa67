import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OverHttp } from "../../test/api/over-http.mjs";
import { signedIn } from "../../test/signed-in";
import { startedServer } from "../../test/started-server";
import { freePort } from "../database/embedded.mjs";
import { startEmbeddedDatabase } from "../database/embedded-database.mjs";
import { waitUntil } from "../support/processes.mjs";
import { ensureCommand } from "../testing/ensure-command.mjs";

// A real PgBouncer in transaction mode between the pages and PostgreSQL, with fewer connections than the pages would open.

const pgbouncer = await ensureCommand("pgbouncer");
if (pgbouncer === null) console.log("PgBouncer is not installed and could not be: its test is skipped.");

const root = path.join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(path.join(tmpdir(), "peerbalance-pooler-"));
const secret = "for the test of a pooler in transaction mode";
let database: Awaited<ReturnType<typeof startEmbeddedDatabase>>;
let pooler: ChildProcess;
let pooledPort: number;

/** The same URL through PgBouncer. */
function pooled(url: string): string {
  const through = new URL(url);
  through.port = String(pooledPort);
  return through.href;
}

async function startPooler(): Promise<void> {
  pooledPort = await freePort();
  const place = path.join(folder, "pooler");
  mkdirSync(place);
  const { port } = new URL(database.ownerUrl);
  const users = [database.ownerUrl, database.applicationUrl].map((url) => new URL(url));
  writeFileSync(path.join(place, "users"), users.map((one) => `"${one.username}" "${one.password}"\n`).join(""));
  writeFileSync(
    path.join(place, "pgbouncer.ini"),
    `[databases]
* = host=127.0.0.1 port=${port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${pooledPort}
unix_socket_dir =
auth_type = plain
auth_file = ${place}/users
pool_mode = transaction
default_pool_size = 4
max_client_conn = 100
`,
  );
  // It refuses to run as root, as PostgreSQL does: then both run as the same user.
  const { uid, gid } = statSync(path.join(folder, "data", "postgres"));
  const isRoot = process.getuid?.() === 0;
  chmodSync(folder, 0o711);
  if (isRoot) for (const name of ["", "users", "pgbouncer.ini"]) chownSync(path.join(place, name), uid, gid);
  pooler = spawn(String(pgbouncer), ["-q", path.join(place, "pgbouncer.ini")], {
    stdio: "ignore",
    cwd: "/",
    ...(isRoot && { uid, gid }),
  });
  const answers = async () => {
    const client = new pg.Client({ connectionString: pooled(database.applicationUrl) });
    client.on("error", () => {});
    const isThere = await client.connect().then(
      () => true,
      () => false,
    );
    if (isThere) await client.end();
    return isThere;
  };
  expect(await waitUntil(answers, 60_000)).toBe(true);
}

beforeAll(async () => {
  if (pgbouncer === null) return;
  database = await startEmbeddedDatabase(path.join(folder, "data"));
  await startPooler();
}, 120_000);

afterAll(async () => {
  pooler?.kill("SIGKILL");
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const settings = (more: Record<string, string>) => ({
  DATA_DIR: path.join(folder, "data"),
  DATABASE_URL: database.ownerUrl,
  DATABASE_APP_URL: pooled(database.applicationUrl),
  NEXTAUTH_SECRET: secret,
  ...more,
});

describe.skipIf(pgbouncer === null)("behind PgBouncer in transaction mode", () => {
  it.each<[string, () => Record<string, string>, string]>([
    [
      "the migrations' URL is refused",
      () => ({ DATABASE_URL: pooled(database.ownerUrl) }),
      "Name the PostgreSQL server itself in DATABASE_URL; DATABASE_APP_URL may lead through the pooler.",
    ],
    [
      "the URL for listening is refused",
      () => ({ DATABASE_LISTEN_URL: pooled(database.applicationUrl) }),
      "which passes no notifications on. Name the PostgreSQL server itself, or a pool in session mode.",
    ],
  ])("%s, in one line", async (_name, more, words) => {
    const server = await startedServer(settings(more()));
    expect(server.child.exitCode).toBe(1);
    expect(server.output().trim().split("\n").at(-1)).toContain(words);
  });

  it("people sign up, sign in, save and hear of saves, many at once", async () => {
    const server = await startedServer(settings({}));
    try {
      expect(server.output()).toContain("is ready at");
      const password = "correct horse battery staple 7";
      const names = Array.from({ length: 6 }, (_one, n) => `person-${n}`);
      const people = await Promise.all(
        names.map(async (name) => {
          const browser = new OverHttp(server.url, root);
          const email = `${name}@example.org`;
          const made = await browser.call("signUpAction", "/sign-up", [{ name, email, password }]);
          expect(made.result).toEqual({ ok: true });
          expect((await browser.signIn(email, password)).status).toBe(200);
          return browser;
        }),
      );
      const own = new URL(database.superuserUrl);
      own.pathname = new URL(database.ownerUrl).pathname;
      const person = await signedIn(own.href, secret);
      const program = new OverHttp(server.url, root);
      const headers = {
        authorization: `Bearer ${person.token}`,
        "content-type": "application/json",
        "if-match": "*",
      };
      const made = await program.ask("/api/v1/models", { method: "POST", headers, body: '{"name":"Pooled"}' });
      const { id } = JSON.parse(made.text);

      const abort = new AbortController();
      const stream = await fetch(`${server.url}/events?person=${person.userId}&follow=${id}.1`, {
        headers: { cookie: person.cookieFor(server.url) },
        signal: abort.signal,
      });
      const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
      let heard = "";
      const until = async (wanted: string) => {
        while (!heard.includes(wanted)) heard += (await reader?.read())?.value ?? "";
      };
      await until("event: people");
      const patch = { method: "PATCH", headers, body: '{"inputs":{"users":61234}}' };
      expect((await program.ask(`/api/v1/models/${id}`, patch)).status).toBe(200);
      await until('"users":61234');
      abort.abort();

      // More at once than the pooler has connections: sessions change hands between statements.
      const reads = people.flatMap((browser) => Array.from({ length: 10 }, () => browser.page("/models")));
      const statuses = (await Promise.all(reads)).map(({ status }) => status);
      expect(statuses).toEqual(Array(60).fill(200));
      expect(server.output()).not.toMatch(/"level":[56]0/);
    } finally {
      await server.stop();
    }
  });
});
