import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SignedIn, signedIn } from "../test/signed-in";
import { freePort, startEmbedded } from "./database/embedded.mjs";
import { startEmbeddedDatabase } from "./database/embedded-database.mjs";
import { waitUntil } from "./processes.mjs";
import { installationSecrets } from "./secrets.mjs";

// A server whose PostgreSQL is stopped under it and comes back. What it answers meanwhile, and what it writes.

const root = path.join(import.meta.dirname, "..");
const folder = mkdtempSync(path.join(root, ".data-test-away-"));
const secret = "for the test of a database that is away";
let database: Awaited<ReturnType<typeof startEmbeddedDatabase>>;
let child: ChildProcess;
let url: string;
let person: SignedIn;
let model: string;
let output = "";

beforeAll(async () => {
  database = await startEmbeddedDatabase(folder);
  const port = await freePort();
  url = `http://localhost:${port}`;
  const { npm_lifecycle_event: _npm, ...environment } = process.env;
  child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...environment,
      NODE_ENV: "production",
      PORT: String(port),
      DATA_DIR: folder,
      DATABASE_URL: database.ownerUrl,
      DATABASE_APP_URL: database.applicationUrl,
      NEXTAUTH_SECRET: secret,
      APP_URL: url,
    },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  await waitUntil(() => output.includes("is ready at") || child.exitCode !== null, 240_000);
  expect(output).toContain(`Peerbalance is ready at ${url}`);
  const own = new URL(database.superuserUrl);
  own.pathname = new URL(database.ownerUrl).pathname;
  person = await signedIn(own.href, secret);
  const made = await ask("/api/v1/models", { method: "POST", body: '{"name":"Here before"}', headers: asProgram() });
  model = JSON.parse(made.text).id;
}, 300_000);

afterAll(async () => {
  child.kill("SIGTERM");
  await waitUntil(() => child.exitCode !== null || child.signalCode !== null, 30_000);
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const asProgram = () => ({ authorization: `Bearer ${person.token}`, "content-type": "application/json" });

async function ask(address: string, options: RequestInit = {}) {
  const answer = await fetch(`${url}${address}`, { redirect: "manual", ...options });
  return { status: answer.status, headers: answer.headers, text: await answer.text() };
}

const page = (address: string) => ask(address, { headers: { cookie: person.cookie, accept: "text/html" } });

/** Calls a server action as the page does. */
function call(name: string, address: string, args: unknown[]) {
  const manifest = path.join(root, ".next", "server", "server-reference-manifest.json");
  const actions: Record<string, { exportedName: string }> = JSON.parse(readFileSync(manifest, "utf8")).node;
  const [id] = Object.entries(actions).find(([, { exportedName }]) => exportedName === name) ?? [];
  return ask(address, {
    method: "POST",
    headers: {
      cookie: person.cookie,
      origin: url,
      accept: "text/x-component",
      "next-action": String(id),
      "content-type": "text/plain;charset=UTF-8",
    },
    body: JSON.stringify(args),
  });
}

const signUp = (email: string) =>
  call("signUpAction", "/sign-up", [{ name: "Grace", email, password: "correct horse battery staple 7" }]);

async function signIn(email: string) {
  const csrf = await ask("/api/auth/csrf");
  const { csrfToken } = JSON.parse(csrf.text);
  const cookie = csrf.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  return ask("/api/auth/callback/credentials", {
    method: "POST",
    headers: { cookie, origin: url, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email, password: "not the password of anybody", json: "true" }),
  });
}

const saveOf = (text: string): { kind: string; seconds?: number } => JSON.parse(text.split("\n")[1]?.slice(2) ?? "{}");

const save = (revision: number) =>
  call("saveModelAction", `/models/${model}`, [
    model,
    {
      revision,
      draft: {
        name: "Typed meanwhile",
        description: "",
        startMonth: "2027-01",
        currency: { code: "USD", symbol: "", usdPerUnit: 1 },
        inputs: {},
        customLines: [],
      },
    },
  ]);

/** What the server wrote since it was ready, line by line. */
const log = () => (output.split(/is ready at [^\n]*\n/)[1] ?? "").split("\n").filter(Boolean);

describe("while the database is away", () => {
  beforeAll(() => database.stop());

  it.each(["/", "/models", "/models/[id]", "/sign-in", "/settings/security", `/s/${"x".repeat(43)}`])(
    "%s is a page in words, 503, with Retry-After",
    async (address) => {
      const { status, headers, text } = await page(address.replace("[id]", model));
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
    for (const [method, address] of [
      ["GET", "/api/v1/models"],
      ["PATCH", `/api/v1/models/${model}`],
    ]) {
      const body = method === "GET" ? {} : { body: "{}" };
      const answer = await ask(String(address), { method: String(method), headers: asProgram(), ...body });
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
    for (const address of [`/models/${model}/export/inputs.csv`, `/models/${model}/events?known=1`]) {
      const answer = await page(address);
      expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
      expect(answer.text).toMatch(/^The database cannot be reached just now\..*\n$/);
    }
  });

  it("a save is put off, so that the page sends it again", async () => {
    const { status, text } = await save(1);
    expect(status).toBe(200);
    expect(saveOf(text)).toMatchObject({ kind: "later", seconds: 5 });
  });

  it("a form is refused in words, and what was typed stays", async () => {
    const { text } = await signUp("grace@example.org");
    expect(text).toContain("The database cannot be reached just now. What you typed is still here.");
  });

  it("a sign-in says that it is the database and not the password", async () => {
    const { status, headers, text } = await signIn("ada@example.org");
    expect([status, headers.get("retry-after")]).toEqual([503, "5"]);
    expect(new URL(JSON.parse(text).url).searchParams.get("error")).toBe("database");
  });

  it("it is alive and not ready", async () => {
    expect((await ask("/api/health")).status).toBe(200);
    expect((await ask("/api/ready")).status).toBe(503);
    expect(JSON.parse((await ask("/api/ready")).text)).toEqual({ status: "the database does not answer" });
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
    expect(await waitUntil(async () => (await ask("/api/ready")).status === 200, 20_000)).toBe(true);
  }, 60_000);

  it("pages, API and saves work without a restart", async () => {
    expect((await page("/models")).status).toBe(200);
    expect((await ask("/api/v1/models", { headers: asProgram() })).status).toBe(200);
    expect(saveOf((await save(1)).text)).toMatchObject({ kind: "saved", revision: 2 });
    expect(child.exitCode).toBeNull();
  });

  it("a failed sign-in is recorded and logs no error", async () => {
    expect((await signUp("linus@example.org")).text).toContain('"ok":true');
    const before = log().length;
    expect((await signIn("linus@example.org")).status).toBe(401);
    expect((await signIn("nobody@example.org")).status).toBe(401);
    // Recorded after the answer.
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const lines = log()
      .slice(before)
      .map((line) => JSON.parse(line));
    expect(lines.filter(({ level }) => level >= 40)).toEqual([]);
    expect(lines.filter(({ route }) => String(route).startsWith("/api/auth")).length).toBeGreaterThanOrEqual(4);
  });
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
