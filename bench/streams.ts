// What it costs to tell a save to many open streams: how soon it arrives at all of them, and how long another request
// waits meanwhile, beside the same without streams, in turns. A production build on loopback with its own PostgreSQL;
// it asserts nothing. `npm run bench:streams`
import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { type SignedIn, signedIn } from "../test/signed-in";
import { besideASecondProcess } from "./beside";
import { modelApi } from "./model-api";

const count = Number(process.argv[2] ?? 500);
const rounds = 2;
const savesInRound = 10;
const secret = randomBytes(32).toString("hex");
const now = () => performance.timeOrigin + performance.now();

if (process.send) readStreams();
else await besideASecondProcess(import.meta.url, secret, compare);

/** In a process of its own, so that reading five hundred streams does not slow the requests that are timed. */
function readStreams(): void {
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  let open: ReturnType<typeof get>[] = [];
  /** When each stream had which revision. */
  const heard = new Map<number, number[]>();
  process.on(
    "message",
    (message: { open?: { address: string; cookie: string }[]; close?: true; revision?: number }) => {
      if (message.open !== undefined) {
        let ready = 0;
        const { length } = message.open;
        open = message.open.map(({ address, cookie }) =>
          get(address, { agent, headers: { cookie } }, (answer) => {
            if (answer.statusCode !== 200) throw new Error(`a stream was answered with ${answer.statusCode}`);
            let text = "";
            answer.setEncoding("utf8");
            answer.on("error", () => {});
            answer.on("data", (chunk: string) => {
              text += chunk;
              for (let end = text.indexOf("\n\n"); end !== -1; end = text.indexOf("\n\n")) {
                const event = text.slice(0, end);
                text = text.slice(end + 2);
                if (event.startsWith("event: rights") && ++ready === length) process.send?.({ ready: true });
                const revision = event.startsWith("event: model") ? /"revision":(\d+)/.exec(event)?.[1] : undefined;
                if (revision !== undefined) {
                  const times = heard.get(Number(revision)) ?? [];
                  heard.set(Number(revision), [...times, now()]);
                }
              }
            });
          }).on("error", () => {}),
        );
      }
      if (message.close) for (const one of open.splice(0)) one.destroy();
      if (message.revision !== undefined) process.send?.({ times: heard.get(message.revision) ?? [] });
    },
  );
}

async function compare(url: string, superuserUrl: string, reader: ChildProcess): Promise<void> {
  const owner = await signedIn(superuserUrl, secret);
  const members: SignedIn[] = [];
  while (members.length < count) members.push(await signedIn(superuserUrl, secret));
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(
    `insert into memberships (organisation_id, user_id, role)
     select m.organisation_id, unnest($2::uuid[]), 'member' from memberships m where m.user_id = $1`,
    [owner.userId, members.map(({ userId }) => userId)],
  );
  await client.end();

  const api = modelApi(url, owner);
  const { id } = await api("POST", "/models", { name: "Followed by many" });
  const ask = (message: object) => {
    reader.send(message);
    return once(reader, "message").then(([answer]) => answer as { times?: number[] });
  };

  let users = 50_000;
  /** Saves once a second while another request is made again and again. */
  async function round(withStreams: boolean) {
    const waits: number[] = [];
    const saves: number[] = [];
    const reached: number[] = [];
    let isOver = false;
    const other = (async () => {
      while (!isOver) {
        const begun = performance.now();
        await (await fetch(`${url}/notices/unread`, { headers: { cookie: owner.cookieFor(url) } })).text();
        waits.push(performance.now() - begun);
        await sleep(5);
      }
    })();
    for (let n = 0; n < savesInRound; n++) {
      await sleep(1_000);
      const begun = now();
      const { revision } = await api("PATCH", `/models/${id}`, { inputs: { users: ++users } });
      saves.push(now() - begun);
      if (!withStreams) continue;
      await sleep(1_000);
      const { times = [] } = await ask({ revision });
      if (times.length < count)
        console.log(`  save ${n}: only ${times.length} of ${count} were reached within a second`);
      reached.push(Math.max(...times) - begun);
    }
    isOver = true;
    await other;
    return { waits, saves, reached };
  }

  await round(false);
  console.log(
    `${count} people on one model; ${savesInRound} saves a round; another request (/notices/unread) all the while.`,
  );
  for (let n = 1; n <= rounds; n++) {
    print(`round ${n}, without streams`, await round(false));
    const begun = now();
    await ask({
      open: members.map(({ userId, cookieFor }) => ({
        address: `${url}/events?person=${userId}&follow=${id}.1`,
        cookie: cookieFor(url),
      })),
    });
    console.log(`  ${count} streams opened in ${Math.round(now() - begun)} ms`);
    await sleep(3_000);
    print(`round ${n}, with ${count} streams`, await round(true));
    reader.send({ close: true });
    await sleep(3_000);
  }
}

function print(name: string, { waits, saves, reached }: { waits: number[]; saves: number[]; reached: number[] }): void {
  const last = reached.length === 0 ? "" : `; the last stream has it after ${spread(reached)}`;
  console.log(`  ${name}: the other request ${spread(waits)}; a save ${spread(saves)}${last}`);
}

function spread(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(0);
  return `median ${at(0.5)}, 99th of a hundred ${at(0.99)}, longest ${at(1)} ms`;
}
