import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { halfARequest, isRefused } from "../../test/half-a-request";
import { freePort } from "../database/embedded.mjs";
import { readPostmaster } from "../database/postmaster.mjs";
import { isAlive, waitUntil } from "../support/processes.mjs";
import { readRunning } from "./installation-lock.mjs";
import { startWebProcess } from "./web-process.mjs";

// The real thing: this project's own start, with a data folder and a port of its own.

const root = path.join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(path.join(root, ".data-test-start-"));
let port: number;
const started: Started[] = [];

interface Started {
  child: ChildProcess;
  output: () => string;
  ended: Promise<number | null>;
}

function start(more: Record<string, string> = {}): Started {
  const { npm_lifecycle_event: _npm, ...environment } = process.env;
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...environment, NODE_ENV: "production", PORT: String(port), DATA_DIR: folder, ...more },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk) => {
      output += chunk;
    });
  }
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const one = { child, output: () => output, ended };
  started.push(one);
  return one;
}

async function ready(one: Started): Promise<Started> {
  await waitUntil(() => one.output().includes("is ready at") || one.child.exitCode !== null, 240_000);
  expect(one.output()).toContain(`Peerbalance is ready at http://localhost:${port}`);
  return one;
}

/** The start that runs now; a new one where a test before has failed over it. */
async function serving(): Promise<Started> {
  const last = started.at(-1);
  if (last && last.child.exitCode === null && last.child.signalCode === null) return ready(last);
  return ready(start());
}

async function endAll(): Promise<void> {
  for (const { child } of started) if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
  await Promise.all(started.map(({ ended }) => ended));
}

const status = async () => (await fetch(`http://localhost:${port}/`)).status;
const running = () => readRunning(path.join(folder, "running.json"));
const postmaster = () => readPostmaster(path.join(folder, "postgres"));

async function onDatabase<Row extends pg.QueryResultRow>(text: string): Promise<Row[]> {
  const { superuserPassword } = JSON.parse(readFileSync(path.join(folder, "secrets.json"), "utf8"));
  const client = new pg.Client({
    connectionString: `postgresql://postgres:${superuserPassword}@127.0.0.1:${postmaster()?.port}/peerbalance`,
  });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  port = await freePort();
});
afterAll(async () => {
  await endAll();
  rmSync(folder, { recursive: true, force: true });
});

describe("npm start", () => {
  it("makes a database and serves", async () => {
    const one = await ready(start());
    expect(one.output()).toMatch(/Starting PostgreSQL … a new database, \d+\.\d s\n/);
    expect(await status()).toBe(200);
    await onDatabase("insert into organisations (name) values ('kept')");
  });

  it("sweeps once it serves: removes what is due, and has the web process look at decisions", async () => {
    const swept = /^\{"level":30,"time":\d+,"removed":0,"decisions":0,"msg":"swept"\}$/m;
    const one = await serving();
    await waitUntil(() => swept.test(one.output()), 60_000);
    expect(one.output()).toMatch(swept);
  });

  it("keeps its secrets to its user, and the owner's password from the web process", async () => {
    await serving();
    expect(statSync(path.join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
    if (!existsSync("/proc/self/environ")) return;
    const environment = readFileSync(`/proc/${running()?.serverPid}/environ`, "utf8");
    const { superuserPassword, ownerPassword, applicationPassword } = JSON.parse(
      readFileSync(path.join(folder, "secrets.json"), "utf8"),
    );
    expect(environment).toContain(applicationPassword);
    expect(environment).not.toContain(ownerPassword);
    expect(environment).not.toContain(superuserPassword);
  });

  it("does not start twice on one folder, and leaves the first one alone", async () => {
    await serving();
    const second = start({ PORT: String(await freePort()) });
    expect(await second.ended).toBe(1);
    started.pop();
    expect(second.output()).toContain("already runs from this folder");
    expect(await status()).toBe(200);
  });

  it("comes back by itself after a kill -9 of everything, with nothing lost", async () => {
    await serving();
    const pids = [running()?.pid, running()?.serverPid, postmaster()?.pid].map(Number);
    for (const pid of pids) process.kill(pid, "SIGKILL");
    expect(await waitUntil(() => !pids.some(isAlive), 30_000)).toBe(true);
    await ready(start());
    expect(await onDatabase("select name from organisations")).toEqual([{ name: "kept" }]);
    expect(await status()).toBe(200);
  });

  it("comes back where only it was killed and its server and database live on", async () => {
    await serving();
    const [own, database] = [running()?.pid, postmaster()?.pid].map(Number) as [number, number];
    process.kill(own, "SIGKILL");
    expect(isAlive(database)).toBe(true);
    const one = await ready(start());
    expect(one.output()).toContain("after an earlier start was cut off");
    expect(isAlive(database)).toBe(false);
    expect(await onDatabase("select name from organisations")).toEqual([{ name: "kept" }]);
  });

  it("says why it ends where its server or its PostgreSQL was killed, and leaves no other process", async () => {
    await serving();
    for (const [victim, words] of [
      [
        () => running()?.serverPid,
        "The server has stopped by itself: it was killed (SIGKILL), by hand or by the system",
      ],
      [() => postmaster()?.pid, "PostgreSQL has stopped by itself: it crashed or was killed, by hand or by the system"],
    ] as const) {
      const one = started.at(-1) as Started;
      const pids = [running()?.serverPid, postmaster()?.pid].map(Number);
      process.kill(Number(victim()), "SIGKILL");
      expect(await one.ended).toBe(1);
      expect(one.output()).toContain(words);
      expect(one.output()).not.toMatch(/^\s+at /m);
      expect(pids.map(isAlive)).toEqual([false, false]);
      await ready(start());
    }
    expect(await onDatabase("select name from organisations")).toEqual([{ name: "kept" }]);
  });

  it("stops server and database at a SIGTERM, finishing what was asked", async () => {
    const one = await serving();
    const [server, database] = [running()?.serverPid, postmaster()?.pid].map(Number) as [number, number];
    // A page's first answer takes long on a busy machine, and a stop waits for eight seconds.
    expect(await status()).toBe(200);
    const half = await halfARequest(`http://localhost:${port}`, "/");
    one.child.kill("SIGTERM");
    expect(await waitUntil(() => isRefused(port), 30_000)).toBe(true);
    expect(await half.finish()).toMatch(/^HTTP\/1\.1 200 [\s\S]*<\/html>/);
    expect(await one.ended).toBe(0);
    expect(one.output()).toMatch(/Stopping the server …[^\n]*\nStopping PostgreSQL … \d+\.\d s\n$/);
    expect([isAlive(server), isAlive(database)]).toEqual([false, false]);
    expect(existsSync(path.join(folder, "postgres", "postmaster.pid"))).toBe(false);
  });
});

describe("what is in the way is told in one line, and the exit code is not 0", () => {
  // Where a test above failed, what it started may still hold the port and the folder.
  beforeAll(endAll);

  const lastLines = (one: Started) => one.output().trim().split("\n").slice(-1).join("\n");

  it("a taken port", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, resolve));
    const one = start();
    expect(await one.ended).toBe(1);
    expect(lastLines(one)).toBe(
      `Port ${port} is taken. Stop what uses it, or set PORT to another one, for example PORT=3001 npm start.`,
    );
    await new Promise((resolve) => other.close(resolve));
  });

  const own = { NEXTAUTH_SECRET: "x".repeat(40), APP_URL: "http://localhost:3000" };

  it("a port that something took while the start was at work", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, resolve));
    const environment = {
      ...own,
      NODE_ENV: "production",
      PORT: String(port),
      DATABASE_APP_URL: "postgresql://a:b@127.0.0.1:1/c",
    };
    const started = startWebProcess({ root, dev: false, settings: { PORT: port }, environment, onEnd: () => {} });
    await expect(started).rejects.toThrow(
      `The server did not start: Port ${port} is taken. Stop what uses it, or set PORT`,
    );
    other.close();
  });

  it("a DATABASE_URL that does not answer, without its password", async () => {
    const nobody = await freePort();
    const one = start({ ...own, DATABASE_URL: `postgresql://ada:hunter2@127.0.0.1:${nobody}/peerbalance` });
    expect(await one.ended).toBe(1);
    expect(lastLines(one)).toBe(
      `DATABASE_URL does not answer at 127.0.0.1:${nobody}/peerbalance: nothing listens there. Start that server or correct DATABASE_URL.`,
    );
    expect(one.output()).not.toContain("hunter2");
  });

  it("a DATABASE_URL without the secrets that belong to it", async () => {
    const one = start({ DATABASE_URL: "postgresql://a:b@127.0.0.1:1/c" });
    expect(await one.ended).toBe(1);
    expect(lastLines(one)).toContain("With DATABASE_URL set, NEXTAUTH_SECRET and APP_URL must be set too.");
  });

  it("a variable that makes no sense", async () => {
    const one = start({ PORT: "none" });
    expect(await one.ended).toBe(1);
    expect(lastLines(one)).toContain("PORT must be a whole number from 1 to 65535");
  });
});
