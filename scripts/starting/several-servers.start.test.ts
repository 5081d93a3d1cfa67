import { mkdtempSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { halfARequest, isRefused } from "../../test/half-a-request";
import { type SignedIn, signedIn } from "../../test/signed-in";
import { startedServer } from "../../test/started-server";
import { startEmbedded } from "../database/embedded.mjs";
import { startEmbeddedDatabase } from "../database/embedded-database.mjs";
import { isAlive, waitUntil } from "../support/processes.mjs";
import { installationSecrets } from "../support/secrets.mjs";

// Two servers on one PostgreSQL, each started as an operator starts it, and that PostgreSQL falling over.

const root = path.join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(path.join(root, ".data-test-several-"));
const secret = "for the tests of several servers";
let database: Awaited<ReturnType<typeof startEmbeddedDatabase>>;
let person: SignedIn;
const servers: Awaited<ReturnType<typeof startedServer>>[] = [];

beforeAll(async () => {
  database = await startEmbeddedDatabase(folder);
  for (let n = 0; n < 2; n += 1) servers.push(await startServer());
  const own = new URL(database.superuserUrl);
  own.pathname = new URL(database.ownerUrl).pathname;
  person = await signedIn(own.href, secret);
}, 300_000);

afterAll(async () => {
  await Promise.all(servers.map(({ stop }) => stop()));
  await database?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

async function startServer() {
  const server = await startedServer({
    DATA_DIR: folder,
    DATABASE_URL: database.ownerUrl,
    DATABASE_APP_URL: database.applicationUrl,
    NEXTAUTH_SECRET: secret,
  });
  expect(server.output()).toContain(`Peerbalance is ready at ${server.url}`);
  return server;
}

const first = () => servers[0]?.url ?? "";
const second = () => servers[1]?.url ?? "";

interface Answer {
  status: number;
  body: Record<string, unknown> & { id?: string; revision?: number; inputs?: Record<string, number> };
}

/** A call of the API; a connection that breaks counts as 0. */
async function call(url: string, method: string, address: string, body?: object, more = {}): Promise<Answer> {
  try {
    const response = await fetch(`${url}/api/v1${address}`, {
      method,
      headers: { authorization: `Bearer ${person.token}`, "content-type": "application/json", ...more },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json() };
  } catch {
    return { status: 0, body: {} };
  }
}

/** Follows a model as its page does. */
async function openStream(url: string, id: string) {
  const abort = new AbortController();
  const answer = await fetch(`${url}/events?person=${person.userId}&follow=${id}.1`, {
    headers: { cookie: person.cookieFor(url) },
    signal: abort.signal,
  });
  expect(answer.status).toBe(200);
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  return {
    async until(wanted: string): Promise<void> {
      while (!text.includes(wanted)) {
        const { value, done } = (await reader?.read()) ?? { done: true };
        if (done) throw new Error(`the stream ended before ${wanted}`);
        text += value;
      }
    },
    close: () => abort.abort(),
  };
}

const readiness = async (url: string) => (await fetch(`${url}/api/ready`)).status;

describe("two servers on one database", () => {
  it("know the same sessions, and the same of what was saved", async () => {
    const pageOf = (url: string) =>
      fetch(`${url}/models`, { headers: { cookie: person.cookieFor(url) }, redirect: "manual" });
    for (const url of [first(), second()]) expect((await pageOf(url)).status).toBe(200);

    const made = await call(first(), "POST", "/models", { name: "Seen from both", inputs: { users: 60_000 } });
    expect(made.status).toBe(201);
    expect(await call(second(), "GET", `/models/${made.body.id}`)).toMatchObject({
      status: 200,
      body: { name: "Seen from both", inputs: { users: 60_000 } },
    });
    const change = (url: string, revision: number, users: number) =>
      call(url, "PATCH", `/models/${made.body.id}`, { inputs: { users } }, { "if-match": `"${revision}"` });
    expect((await change(second(), 1, 70_000)).status).toBe(200);
    expect((await change(first(), 1, 80_000)).status).toBe(412);
    expect((await change(first(), 2, 80_000)).body).toMatchObject({ revision: 3, inputs: { users: 80_000 } });
  });

  it("tell of each other's saves within two seconds", async () => {
    const made = await call(first(), "POST", "/models", { name: "Followed" });
    const stream = await openStream(second(), String(made.body.id));
    await stream.until("event: people");
    // Where other work has the processors, a single one may take longer for that alone.
    const took: number[] = [];
    for (let users = 61_234; took.length < 5 && !took.some((one) => one < 2_000); users += 1) {
      const begun = performance.now();
      await call(first(), "PATCH", `/models/${made.body.id}`, { inputs: { users } }, { "if-match": "*" });
      await stream.until(`"users":${users}`);
      took.push(performance.now() - begun);
    }
    expect(Math.min(...took)).toBeLessThan(2_000);
    stream.close();
  });

  it("count towards the same limit", async () => {
    // 120 evaluations a minute to a token: 70 here and 70 there are 20 too many.
    const statuses: number[] = [];
    // Many at once, so that they are through well within the minute on a slow machine, too.
    for (let n = 0; n < 10; n += 1) {
      const urls = Array.from({ length: 7 }, () => [first(), second()]).flat();
      const answers = await Promise.all(urls.map((url) => call(url, "POST", "/evaluations", {})));
      statuses.push(...answers.map(({ status }) => status));
    }
    expect(statuses.filter((status) => status === 200)).toHaveLength(120);
    expect(statuses.filter((status) => status === 429)).toHaveLength(20);
  });
});

describe("a database that falls over while people save", () => {
  it("costs no save that was acknowledged, and the servers go on by themselves", async () => {
    const made = await Promise.all(
      ["A", "B", "C", "D"].map((name) => call(first(), "POST", "/models", { name, inputs: { users: 1_000 } })),
    );
    let isOver = false;
    let failures = 0;
    const acknowledged = new Map<string, { users: number; revision: number }>();

    /** One value after the other; each is sent until it is acknowledged, as the page does. */
    async function write(id: string, url: string): Promise<void> {
      for (let users = 1_001; !isOver; users += 1) {
        for (;;) {
          const answer = await call(url, "PATCH", `/models/${id}`, { inputs: { users } }, { "if-match": "*" });
          if (answer.status === 200) {
            acknowledged.set(id, { users, revision: Number(answer.body.revision) });
            break;
          }
          failures += 1;
          await sleep(100);
        }
        await sleep(40);
      }
    }

    /** What stands is what was acknowledged last, or newer: a save whose answer was lost on the way may have landed. */
    async function nothingIsLost(): Promise<void> {
      for (const [id, known] of [...acknowledged]) {
        const { status, body } = await call(first(), "GET", `/models/${id}`);
        expect(status).toBe(200);
        expect(Number(body.revision)).toBeGreaterThanOrEqual(known.revision);
        expect(body.inputs?.users).toBeGreaterThanOrEqual(known.users);
      }
    }

    /** Every model was saved a few times more than it was when this is called. */
    async function someAreSaved(): Promise<boolean> {
      const before = made.map(({ body }) => acknowledged.get(String(body.id))?.users ?? 1_000);
      const isFurther = (_: unknown, n: number) =>
        (acknowledged.get(String(made[n]?.body.id))?.users ?? 0) >= (before[n] ?? 0) + 4;
      return waitUntil(() => made.every(isFurther), 60_000);
    }

    const writers = made.map(({ body }, n) => write(String(body.id), n % 2 ? second() : first()));
    const secrets = installationSecrets(folder);
    const dataDir = path.join(folder, "postgres");
    const { port } = new URL(database.ownerUrl);
    const startAgain = async () => {
      const again = await startEmbedded({ dataDir, password: secrets.superuserPassword, port: Number(port) });
      Object.assign(database, { pid: again.pid, stop: again.stop });
    };
    try {
      for (let restart = 0; restart < 2; restart += 1) {
        expect(await someAreSaved()).toBe(true);
        const failedBefore = failures;
        // An immediate shutdown: connections are cut, nothing is written back, and the start recovers from the log.
        process.kill(database.pid, "SIGQUIT");
        expect(await waitUntil(async () => (await readiness(first())) === 503, 30_000)).toBe(true);
        expect((await fetch(`${first()}/api/health`)).status).toBe(200);
        expect(await waitUntil(() => failures > failedBefore, 30_000)).toBe(true);
        await startAgain();
        const cameBack = async () => (await readiness(first())) === 200 && (await readiness(second())) === 200;
        expect(await waitUntil(cameBack, 60_000)).toBe(true);
        await nothingIsLost();
      }
      expect(await someAreSaved()).toBe(true);
    } finally {
      isOver = true;
      // What comes after this test needs it, whatever became of this one.
      if (!isAlive(database.pid)) await startAgain();
    }
    await Promise.all(writers);
    await nothingIsLost();
    expect(failures).toBeGreaterThan(0);
    expect(acknowledged.size).toBe(4);
    for (const { users } of acknowledged.values()) expect(users).toBeGreaterThan(1_005);
    for (const { child } of servers) expect(child.exitCode).toBeNull();
  });
});

describe("the log", () => {
  /** The last one may be still on its way. */
  const wholeLines = (output: string) =>
    output
      .split("\n")
      .slice(0, -1)
      .filter((line) => line.startsWith("{"));

  it("has a line of JSON for each request, with its id, and neither tokens nor addresses of links", async () => {
    const secretOfALink = "x".repeat(43);
    const answer = await fetch(`${first()}/reset/${secretOfALink}?token=${secretOfALink}`);
    const requestId = answer.headers.get("x-request-id") ?? "";
    const lines = () => wholeLines(servers[0]?.output() ?? "").map((line) => JSON.parse(line));
    expect(await waitUntil(() => lines().some((line) => line.requestId === requestId), 30_000)).toBe(true);
    expect(lines().find((line) => line.requestId === requestId)).toMatchObject({
      method: "GET",
      route: "/reset/[token]",
      msg: "answered",
    });
    for (const { output } of servers) {
      for (const hidden of [secretOfALink, person.token, person.cookieFor("").split("=")[1] ?? "", secret]) {
        expect(output()).not.toContain(hidden);
      }
    }
  });
});

describe("a stop", () => {
  it("finishes what was asked, and says to a proxy that it is not ready", async () => {
    const { child, url } = servers[1] as (typeof servers)[number];
    const ended = new Promise((resolve) => child.once("exit", resolve));
    // A stream has no end of its own, and must not hold the stop up.
    const made = await call(url, "POST", "/models", { name: "Open at the stop" });
    await (await openStream(url, String(made.body.id))).until("event: people");
    const probe = await halfARequest(url, "/api/ready");
    const headers = { authorization: `Bearer ${person.token}` };
    const half = await Promise.all(Array.from({ length: 10 }, () => halfARequest(url, "/api/v1/models", headers)));
    const answers = Promise.all(half.map(({ finish }) => finish()));
    const begun = performance.now();
    child.kill("SIGTERM");
    // A proxy that looks now hears it, too: for a moment new connections are still taken.
    const said = new Set<string>();
    while (!(await isRefused(Number(new URL(url).port)))) {
      const ready = await fetch(`${url}/api/ready`).catch(() => null);
      if (ready) said.add(`${ready.status} ${await ready.text()}`);
      await sleep(20);
    }
    said.delete('200 {"status":"ready"}');
    expect([...said].filter((one) => one !== '503 {"status":"stopping"}')).toEqual([]);
    expect(await probe.finish()).toMatch(/^HTTP\/1\.1 503 [\s\S]*\{"status":"stopping"\}/);
    for (const answer of await answers) expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(await ended).toBe(0);
    // Before the eight seconds after which the server would cut what is open.
    expect(performance.now() - begun).toBeLessThan(8_000);
    expect(await call(first(), "GET", "/models")).toMatchObject({ status: 200 });
  }, 120_000);
});
