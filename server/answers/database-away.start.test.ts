import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { OverHttp } from "@/test/api/over-http.mjs";
import { type SignedIn, signedIn } from "@/test/signed-in";
import { startedServer } from "@/test/started-server";
import { startEmbedded } from "../../scripts/database/embedded.mjs";
import { startEmbeddedDatabase } from "../../scripts/database/embedded-database.mjs";
import { waitUntil } from "../../scripts/support/processes.mjs";
import { installationSecrets } from "../../scripts/support/secrets.mjs";

// A server whose PostgreSQL is stopped under it and comes back. What it answers meanwhile, and what it writes.

const root = path.join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(path.join(root, ".data-test-away-"));
const secret = "for the test of a database that is away";
let database: Awaited<ReturnType<typeof startEmbeddedDatabase>>;
let server: Awaited<ReturnType<typeof startedServer>>;
let person: SignedIn;
let browser: OverHttp;
let model: string;

beforeAll(async () => {
  database = await startEmbeddedDatabase(folder);
  server = await startedServer({
    DATA_DIR: folder,
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.applicationUrl,
    NEXTAUTH_SECRET: secret,
  });
  expect(server.output()).toContain(`Peerbalance is ready at ${server.url}`);
  const own = new URL(database.superuserUrl);
  own.pathname = new URL(database.ownerUrl).pathname;
  person = await signedIn(own.href, secret);
  browser = new OverHttp(server.url, root);
  browser.carry(person.cookieFor(server.url));
  const made = await asProgram("POST", "/api/v1/models", '{"name":"Here before"}');
  model = JSON.parse(made.text).id;
}, 300_000);

afterAll(async () => {
  await server?.stop();
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const asProgram = (method: string, address: string, body?: string) =>
  browser.ask(address, {
    method,
    headers: { authorization: `Bearer ${person.token}`, "content-type": "application/json" },
    ...(body && { body }),
  });

/** Another person's browser. */
const stranger = () => new OverHttp(server.url, root);
const password = "correct horse battery staple 7";
const signUp = (email: string) => stranger().call("signUpAction", "/sign-up", [{ name: "Grace", email, password }]);

const save = (revision: number) =>
  browser.call("saveModelAction", `/models/${model}`, [
    model,
    {
      revision,
      draft: {
        name: "Typed meanwhile",
        description: "",
        startMonth: "2027-01",
        currency: "USD",
        currencyRate: 1,
        currencyRateDate: null,
        inputs: {},
        customLines: [],
      },
    },
  ]);

/** What the server wrote since it was ready, line by line; the last one may be still on its way. */
const log = () => (server.output().split(/is ready at [^\n]*\n/)[1] ?? "").split("\n").slice(0, -1).filter(Boolean);

describe("while the database is away", () => {
  beforeAll(() => database.stop());

  it.each(["/", "/models", "/models/[id]", "/sign-in", "/settings/security", `/s/${"x".repeat(43)}`])(
    "%s is a page in words, 503, with Retry-After",
    async (address) => {
      const { status, headers, text } = await browser.page(address.replace("[id]", model));
      expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
      expect(headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(text).toContain("<h1>The database cannot be reached</h1>");
      expect(text).toContain("Nothing that was saved is lost");
      expect(text).toContain("Try again</a>");
      expect(text.match(/<html/g)).toHaveLength(1);
      expect(text.trim().endsWith("</html>")).toBe(true);
    },
  );

  it("the API says it as a problem", async () => {
    for (const answer of [
      await asProgram("GET", "/api/v1/models"),
      await asProgram("PATCH", `/api/v1/models/${model}`, "{}"),
    ]) {
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
      expect(JSON.parse(answer.text)).toMatchObject({
        status: 503,
        title: "Service Unavailable",
        detail:
          "The database cannot be reached just now. Nothing that was saved is lost. Wait a moment, then try again.",
      });
    }
  });

  it("files and streams say it in a line", async () => {
    for (const address of [`/models/${model}/export/inputs.csv`, `/events?person=${person.userId}&follow=${model}.1`]) {
      const answer = await browser.page(address);
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
      expect(answer.text).toMatch(/^The database cannot be reached just now\..*\n$/);
    }
  });

  it("a save is put off, so that the page sends it again", async () => {
    const { status, result } = await save(1);
    expect(status).toBe(200);
    expect(result).toMatchObject({ kind: "later", seconds: 5 });
  });

  it("a form is refused in words, and what was typed stays", async () => {
    const message =
      "The database cannot be reached just now. What you typed is still here. Wait a moment, then try again.";
    const { result } = await signUp("grace@example.org");
    expect(result).toEqual({ ok: false, faults: [{ key: "form", message }] });
  });

  it("a sign-in says that it is the database and not the password", async () => {
    const { status, headers, text } = await stranger().signIn("ada@example.org", password);
    expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
    expect(new URL(JSON.parse(text).url).searchParams.get("error")).toBe("database");
  });

  it("it is alive and not ready", async () => {
    expect((await browser.ask("/api/health")).status).toBe(200);
    expect((await browser.ask("/api/ready")).status).toBe(503);
    expect(JSON.parse((await browser.ask("/api/ready")).text)).toEqual({ status: "the database does not answer" });
  });
});

describe("once it is back", () => {
  beforeAll(async () => {
    const again = await startEmbedded({
      dataDir: path.join(folder, "postgres"),
      password: installationSecrets(folder).superuserPassword,
      port: Number(new URL(database.ownerUrl).port),
    });
    Object.assign(database, { pid: again.pid, stop: again.stop });
    expect(await waitUntil(async () => (await browser.ask("/api/ready")).status === 200, 60_000)).toBe(true);
  }, 120_000);

  it("pages, API and saves work without a restart", async () => {
    expect((await browser.page("/models")).status).toBe(200);
    expect((await asProgram("GET", "/api/v1/models")).status).toBe(200);
    expect((await save(1)).result).toMatchObject({ kind: "saved", revision: 2 });
    expect(server.isOver()).toBe(false);
  });

  it("a failed sign-in is recorded and logs no error", async () => {
    expect((await signUp("linus@example.org")).result).toEqual({ ok: true });
    const before = log().length;
    expect((await stranger().signIn("linus@example.org", "another password")).status).toBe(401);
    expect((await stranger().signIn("nobody@example.org", "another password")).status).toBe(401);
    const since = () =>
      log()
        .slice(before)
        .map((line) => JSON.parse(line));
    const ofSignIns = () => since().filter(({ route }) => String(route).startsWith("/api/auth"));
    expect(await waitUntil(() => ofSignIns().length >= 4, 30_000)).toBe(true);
    // Recorded after the answer.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(since().filter(({ level }) => level >= 40)).toEqual([]);
  });
});

describe("while it takes what is asked and answers nothing", () => {
  let held: number[];
  beforeAll(async () => {
    // Connections that are open already are what hangs.
    expect((await browser.page("/models")).status).toBe(200);
    const superuser = new pg.Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    const { rows } = await superuser.query(
      "select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()",
    );
    await superuser.end();
    held = [database.pid, ...rows.map(({ pid }) => Number(pid))];
    for (const pid of held) process.kill(pid, "SIGSTOP");
  });
  afterAll(() => {
    for (const pid of held) process.kill(pid, "SIGCONT");
  });

  it("a page and a sign-in are answered with 503 after 15 seconds, and not held for minutes", async () => {
    const start = Date.now();
    const [page, signIn] = await Promise.all([
      browser.page("/models"),
      stranger().signIn("linus@example.org", "another password"),
    ]);
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(new URL(JSON.parse(signIn.text).url).searchParams.get("error")).toBe("database");
    // 15 s, and as long again where what has failed is to be rolled back.
    expect(Date.now() - start).toBeLessThan(40_000);
  }, 60_000);
});

it("every line of the log is one JSON object with a level, a time and words", () => {
  expect(log().length).toBeGreaterThan(20);
  for (const line of log()) {
    expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number), time: expect.any(Number) });
    expect(JSON.parse(line).msg).toMatch(/\w/);
  }
  const reasons = log().filter((line) => line.includes("the database could not be reached"));
  expect(reasons.length).toBeGreaterThanOrEqual(12);
  for (const line of reasons) expect(JSON.parse(line).requestId).toMatch(/^[\w-]{36}$/);
});
