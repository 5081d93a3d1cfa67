import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readPostmaster } from "../scripts/database/postmaster.mjs";
import { type RandomRequest, randomNumbers, requestMaker } from "../test/random-requests";
import { type SignedIn, signedIn } from "../test/signed-in";
import { startedServer } from "../test/started-server";

// The real server, and whatever anyone can send it: nothing is answered as a fault of the server, and nothing is logged as one.

const root = path.join(import.meta.dirname, "..");
const folder = mkdtempSync(path.join(root, ".data-test-random-"));
const secret = "only for the test of random requests";
/** Another one finds other requests; this one is what `npm test` tries. */
const seed = Number(process.env.RANDOM_REQUESTS_SEED ?? 20_261_126);
const count = Number(process.env.RANDOM_REQUESTS ?? 5_000);
const atOnce = 8;

let server: Awaited<ReturnType<typeof startedServer>>;
let origin: string;
let person: SignedIn;

beforeAll(async () => {
  server = await startedServer({ DATA_DIR: folder, NEXTAUTH_SECRET: secret });
  origin = server.url;
  expect(server.output()).toContain(`Peerbalance is ready at ${origin}`);
  const { superuserPassword } = JSON.parse(readFileSync(path.join(folder, "secrets.json"), "utf8"));
  const { port: databasePort } = readPostmaster(path.join(folder, "postgres")) ?? {};
  person = await signedIn(`postgresql://postgres:${superuserPassword}@127.0.0.1:${databasePort}/peerbalance`, secret);
}, 300_000);

afterAll(async () => {
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

/** The status of the answer; null where the server closes without one, as it does where HTTP itself is broken. */
function statusOf({ bytes, isUnfinished }: RandomRequest): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(new URL(origin).port), "localhost");
    let head = "";
    const done = () => {
      clearTimeout(timer);
      socket.destroy();
      const [, status] = /^HTTP\/1\.1 (\d{3})/.exec(head) ?? [];
      resolve(status === undefined ? null : Number(status));
    };
    const timer = setTimeout(
      () => (isUnfinished ? done() : reject(new Error("no whole answer within two minutes"))),
      isUnfinished ? 200 : 120_000,
    );
    socket.on("data", (chunk) => {
      if (head.length < 4_000) head += chunk.toString("latin1");
      // A stream of events has no end.
      if (/\r\ncontent-type: text\/event-stream/i.test(head)) done();
    });
    socket.on("error", done);
    socket.on("close", done);
    socket.write(bytes);
  });
}

/** Lines of the log that tell of a fault of the server. */
function faultsIn(log: string): string[] {
  return log.split("\n").filter((line) => {
    if (!line.startsWith("{")) return /unhandled|uncaught|out of memory|P20\d\d/i.test(line);
    try {
      return (JSON.parse(line) as { level?: number }).level === undefined || /"level":[56]0/.test(line);
    } catch {
      return false;
    }
  });
}

it("the requests that once were answered 500 are each answered as what they are", async () => {
  const manifest = readFileSync(path.join(root, ".next/server/server-reference-manifest.json"), "utf8");
  const actions = Object.entries((JSON.parse(manifest) as { node: Record<string, { exportedName: string }> }).node);
  const [signUp = ""] = actions.find(([, { exportedName }]) => exportedName === "signUpAction") ?? [];
  const own = `Origin: ${origin}\r\n`;
  const multipart = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--b--\r\n';
  const multipartType = "Content-Type: multipart/form-data; boundary=b\r\n";
  const call = `Next-Action: ${signUp}\r\nContent-Type: text/plain;charset=UTF-8\r\n`;
  const cases: [number, string, string?, string?][] = [
    [400, "GET /models/%ff"],
    [400, "GET /s/%E0%A4%A"],
    [405, "TRACE /"],
    [405, "OPTIONS *"],
    [400, "GET /no/such/page", "RSC: 1\r\nNext-Router-State-Tree: {\r\n"],
    [405, "GET /api/auth/callback/credentials"],
    [400, "GET /api/auth/csrf?callbackUrl=nonsense"],
    [400, "POST /api/auth/callback/credentials", `${own}Content-Type: application/json\r\n`, "{"],
    [404, "GET /_next/image?url=%2Fmodels&w=640&q=75"],
    [400, "POST /sign-in", `Origin: http://evil.example\r\n${multipartType}`, multipart],
    [400, "POST /sign-in", `Origin: http://evil.example\r\nNext-Action: ${signUp}\r\n${multipartType}`, multipart],
    [415, "POST /api/metrics/no-such-route", own + multipartType, "[1]"],
    [400, "POST /sign-up", own + call, '["$T"]'],
    [400, "POST /sign-up", own + call, '[{"name":"$T"}]'],
    [400, "POST /sign-up", own + call, "["],
  ];
  for (const [status, line, headers = "", body = ""] of cases) {
    const host = `Host: ${new URL(origin).host}\r\nConnection: close\r\nContent-Length: ${body.length}\r\n`;
    const bytes = Buffer.from(`${line} HTTP/1.1\r\n${host}${headers}\r\n${body}`, "latin1");
    expect(await statusOf({ bytes, isUnfinished: false }), line + headers + body).toBe(status);
  }
});

it(`${count} random requests find no answer of 500 and above, and no fault in the log`, async () => {
  const created = await fetch(`${origin}/api/v1/models`, {
    method: "POST",
    headers: { authorization: `Bearer ${person.token}`, "content-type": "application/json" },
    body: '{"name":"Random requests"}',
  });
  const { id: modelId } = (await created.json()) as { id: string };
  const next = requestMaker(
    { root, origin, modelId, ...person, cookie: person.cookieFor(origin) },
    randomNumbers(seed),
  );
  const answered = new Map<string, number>();
  let made = 0;
  const work = async () => {
    while (made < count) {
      const number = ++made;
      const request = next();
      const said = `seed ${seed}, request ${number}:\n${JSON.stringify(request.bytes.toString("latin1"))}`;
      const status = await statusOf(request).catch((error: Error) => expect.fail(`${error.message}; ${said}`));
      if (status !== null && status >= 500) expect.fail(`answered ${status}; ${said}`);
      const kind = status === null ? "closed" : `${Math.floor(status / 100)}xx`;
      answered.set(kind, (answered.get(kind) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  // They reach what they are meant to reach: pages, doors that refuse, and ways on.
  for (const kind of ["2xx", "3xx", "4xx"]) expect(answered.get(kind) ?? 0, kind).toBeGreaterThan(count / 50);
  expect((await fetch(`${origin}/api/ready`)).status).toBe(200);
  if (process.env.RANDOM_REQUESTS_LOG) writeFileSync(process.env.RANDOM_REQUESTS_LOG, server.output());
  expect(faultsIn(server.output()), `seed ${seed}`).toEqual([]);
}, 600_000);

it("the API refuses text that cannot be saved, by its field, and a search for it by the address", async () => {
  const headers = { authorization: `Bearer ${person.token}`, "content-type": "application/json" };
  for (const text of ["\\u0000", "\\ud83d"]) {
    const answer = await fetch(`${origin}/api/v1/models`, {
      method: "POST",
      headers,
      body: `{"name":"Texts","notes":{"users":{"source":"${text}"}}}`,
    });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({
      faults: [{ key: "notes.users.source", message: expect.stringMatching(/^Users: source holds a character/) }],
    });
  }
  expect((await fetch(`${origin}/api/v1/models?search=%00`, { headers })).status).toBe(400);
});
