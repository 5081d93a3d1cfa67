// How long a request that has nothing to wait for waits while the pages and files of a model are made: of an ordinary
// model, and of the largest that is taken, in one run. Each is asked after a save, once of figures and once of rows of
// a shape that nobody had. A production build on loopback with its own PostgreSQL; it asserts nothing.
// `npm run bench:holds`
import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { architectures } from "../lib/model/architectures";
import { routes } from "../lib/routes";
import { fullScenarioRows, fullTables } from "../test/figures/full-tables";
import { signedIn } from "../test/signed-in";
import { besideASecondProcess } from "./beside";
import { median } from "./median";
import { modelApi } from "./model-api";

const rounds = Number(process.argv[2] ?? 5);
const secret = randomBytes(32).toString("hex");

const line = (place: number) => ({
  ...{ label: `Line ${place}`, category: "software", architectures, kind: "perUser", amount: 1.23, escalation: 0.03 },
});
const lines = (count: number) => ({ customLines: Array.from({ length: count }, (_, place) => line(place)) });
const inputs = { horizonMonths: 120, currentArchitecture: "onPremises" };

if (process.send) wait();
else await besideASecondProcess(import.meta.url, secret, compare);

/** In a process of its own, so that what makes requests does not slow the one that is timed. */
function wait(): void {
  const agent = new Agent({ keepAlive: true });
  let longest = 0;
  process.on("message", async (message: { url?: string; asks?: true }) => {
    if (message.asks) process.send?.({ longest });
    longest = 0;
    while (message.url !== undefined) {
      const begun = performance.now();
      const request = get(`${message.url}/api/health`, { agent });
      const [answer] = await once(request, "response");
      await once(answer.resume(), "end");
      longest = Math.max(longest, performance.now() - begun);
      await sleep(3);
    }
  });
}

async function compare(url: string, superuserUrl: string, waiting: ChildProcess): Promise<void> {
  const ada = await signedIn(superuserUrl, secret);
  const api = modelApi(url, ada);
  const ordinary = await api("POST", "/models", { name: "Ordinary", inputs, ...lines(1) });
  const largest = await api("POST", "/models", { name: "Largest", inputs, ...fullTables, ...lines(50) });
  await addScenarios(superuserUrl, ordinary.id, {});
  await addScenarios(superuserUrl, largest.id, fullScenarioRows);
  waiting.send({ url });
  const longest = async () => {
    waiting.send({ asks: true });
    const [answer] = await once(waiting, "message");
    return (answer as { longest: number }).longest;
  };
  const idle = await longestWhile(() => sleep(1000));
  console.log(`Nothing else is asked: ${idle.toFixed(0)} ms`);
  console.log("Longest wait in ms, median and most of rounds; after a save of figures | of rows of a new shape");

  async function longestWhile(work: () => Promise<unknown>): Promise<number> {
    await longest();
    await work();
    await sleep(20);
    return longest();
  }
  const headers = { cookie: ada.cookieFor(url) };
  const page = async (address: string) => {
    const answer = await fetch(`${url}${address}`, { headers, redirect: "error" });
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    await answer.arrayBuffer();
  };
  const addresses: [string, (id: string) => string][] = [
    ["model", routes.model],
    ["breakdown", routes.breakdown],
    ["scenarios", routes.scenarios],
    ["decision", routes.decision],
    ["assumptions", routes.assumptions],
    ["model.json", (id) => `${routes.model(id)}/export/model.json`],
    ["years.csv", (id) => `${routes.model(id)}/export/years.csv`],
  ];
  let users = 50_000;
  let shape = 50;
  for (const [name, addressOf] of addresses) {
    for (const [of, { id }, mostLines] of [
      ["ordinary", ordinary, 10],
      ["largest", largest, 50],
    ] as const) {
      const found: [number[], number[], number[]] = [[], [], []];
      for (let round = 0; round < rounds; round++) {
        shape = shape > 1 ? shape - 1 : 49;
        const changes = [{ inputs: { ...inputs, users: ++users } }, lines((shape % mostLines) + 1)];
        for (const [place, change] of changes.entries()) {
          found[2].push(await longestWhile(() => api("PATCH", `/models/${id}`, change)));
          // What follows a save, such as telling open pages, is over.
          await sleep(300);
          found[place === 0 ? 0 : 1].push(await longestWhile(() => page(addressOf(id))));
        }
      }
      const [figures, shapes, saves] = found.map(
        (waits) => `${median(waits).toFixed(0)} ${Math.max(...waits).toFixed(0)}`,
      );
      console.log(`${name.padEnd(12)} ${of.padEnd(9)} ${figures} | ${shapes}   (saves ${saves})`);
    }
  }
}

/** Twenty scenarios, which the API does not make. */
async function addScenarios(superuserUrl: string, modelId: string, rows: object): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  await client.query(
    `insert into scenarios (organisation_id, model_id, name, inputs, rows, currency_rate)
     select organisation_id, id, 'S' || n, jsonb_build_object('users', 60000 + n), $2, 1
     from cost_models, generate_series(1, 20) n where id = $1`,
    [modelId, rows],
  );
  await client.end();
}
