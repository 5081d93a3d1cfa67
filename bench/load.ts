import { readdirSync, readFileSync } from "node:fs";
import http from "node:http";
import path from "node:path";
import pg from "pg";
import { modelVersion } from "@/lib/model/version";
import { readRunning } from "../scripts/starting/installation-lock.mjs";
import { type SignedIn, signedIn } from "../test/signed-in";
import { installation } from "./installation";

/**
 * `npm run bench:load`: how much a production build serves, each beside a bare handler of the same server in the same
 * run, and the list's query under row-level security beside the bare statement. On loopback, with a bounded count of
 * requests. It prints what it found and asserts nothing: a test of times would fail on a busy machine. BENCH_ROUNDS=3
 * measures all of it three times. Where the system has /proc it says the web process's own processor time for a request
 * too, which another busy program changes less than it changes the rate.
 */

const secret = "for the measurement of load, nowhere else";
const connections = 8;
const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
/** Nothing looks at it, but it may: what was kept for another value is made anew. */
const anew = (n: number) => ({ "x-anew": `${n} ${performance.now()}` });
/** So many that none meets the limit of 600 requests a minute and token. */
const people = 8;

interface Tenant {
  people: SignedIn[];
  organisation: string;
  models: number;
}

const { database, folder, server, superuserUrl, stop } = await installation(secret);
try {
  await measure();
} finally {
  agent.destroy();
  await stop();
}
process.exit(0);

async function measure() {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await measureIn(client, superuserUrl);
  } finally {
    await client.end();
  }
}

async function measureIn(client: pg.Client, url: string) {
  const [few, some, many] = [
    await makeTenant(client, url, 30),
    await makeTenant(client, url, 20_000),
    await makeTenant(client, url, 100_000),
  ];
  await client.query("analyze");
  const model = await firstModel(client, few);
  const rounds = Number(process.env.BENCH_ROUNDS ?? 1);
  for (let round = 1; round <= rounds; round++) {
    console.log(`\nRound ${round} of ${rounds}, ${connections} connections`);
    await served(few, some, many, model);
    await waits(few.people[round % people] as SignedIn, model);
    await queries(client, some, many);
  }
}

/**
 * People of one organisation, all its owners, and its models, made past every check: their checks are not what is
 * measured.
 */
async function makeTenant(client: pg.Client, superuserUrl: string, models: number): Promise<Tenant> {
  const members: SignedIn[] = [];
  for (let n = 0; n < people; n++) members.push(await signedIn(superuserUrl, secret));
  const ids = members.map(({ userId }) => userId);
  const { rows } = await client.query("select organisation_id as id from memberships where user_id = $1", [ids[0]]);
  const organisation: string = rows[0].id;
  await client.query("begin");
  await client.query("set local session_replication_role = replica");
  await client.query("update memberships set organisation_id = $1 where user_id = any ($2)", [organisation, ids]);
  await client.query("update api_tokens set organisation_id = $1 where user_id = any ($2)", [organisation, ids]);
  const content = `'2027-01-01'::date, 'USD', ${modelVersion}, '{"users": 60000}'::jsonb, '[]'::jsonb, 'Own servers meet your targets at the lowest cost.'`;
  // With a verdict, or the first views of a list would have trials run beside what is measured.
  await client.query(
    `insert into cost_models (id, organisation_id, creator_id, name, description, start_month, currency, model_version, inputs,
                              custom_lines, headline, is_private, changed_at, verdict)
     select gen_random_uuid(), $1, $2, 'Model ' || md5(n::text), '', ${content}, n % 10 = 0, now() - n * interval '1 minute',
            'Own servers meet your targets at the lowest cost in 93 % of 1,000 trials.'
     from generate_series(1, $3::int) n`,
    [organisation, ids[0], models],
  );
  await client.query(
    `insert into revisions (organisation_id, model_id, number, author_id, name, description, start_month, currency, model_version,
                            inputs, custom_lines, headline)
     select organisation_id, id, 1, creator_id, name, description, start_month, currency, model_version, inputs, custom_lines,
            headline from cost_models where organisation_id = $1`,
    [organisation],
  );
  await client.query("commit");
  return { people: members, organisation, models };
}

async function firstModel(client: pg.Client, { organisation }: Tenant): Promise<string> {
  const { rows } = await client.query("select id from cost_models where organisation_id = $1 limit 1", [organisation]);
  return rows[0].id;
}

interface Answer {
  status: number;
  /** Milliseconds until the first byte of the body, and until the last. */
  first: number;
  whole: number;
  body: string;
}

function ask(address: string, headers: http.OutgoingHttpHeaders = {}, method = "GET", body = ""): Promise<Answer> {
  const from = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(server.url + address, { method, headers, agent }, (response) => {
      let first = 0;
      const pieces: Buffer[] = [];
      response.on("data", (piece) => {
        first ||= performance.now() - from;
        pieces.push(piece);
      });
      response.on("end", () => {
        const whole = performance.now() - from;
        resolve({ status: response.statusCode ?? 0, first, whole, body: Buffer.concat(pieces).toString() });
      });
      response.on("error", reject);
    });
    request.on("error", reject);
    request.end(body);
  });
}

function asPerson({ cookieFor }: SignedIn) {
  return { cookie: cookieFor(server.url) };
}

function asProgram({ token }: SignedIn) {
  return { authorization: `Bearer ${token}` };
}

/** Milliseconds of processor time that the web process has taken; null where the system does not say. */
function processorTime(): number | null {
  const lock = readdirSync(folder).find((name) => name.startsWith("running"));
  const pid = readRunning(path.join(folder, lock ?? ""))?.serverPid;
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    // In user and in kernel mode, in the hundredths of a second that Linux counts in.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

interface Rate {
  /** Requests a second with all connections busy. */
  served: number;
  /** Milliseconds of the web process for each. */
  processor: number | null;
}

async function rate(count: number, one: (n: number) => Promise<Answer>): Promise<Rate> {
  const work = async (total: number) => {
    let next = 0;
    const from = performance.now();
    const worked = processorTime();
    const worker = async () => {
      while (next < total) {
        const answer = await one(next++);
        if (answer.status !== 200) throw new Error(`answered ${answer.status}: ${answer.body.slice(0, 200)}`);
      }
    };
    await Promise.all(Array.from({ length: connections }, worker));
    const served = (total / (performance.now() - from)) * 1000;
    const now = processorTime();
    return { served, processor: worked === null || now === null ? null : (now - worked) / total };
  };
  // Each connection plans what it has not met before.
  await work(Math.ceil(count / 3));
  return work(count);
}

/**
 * Each beside the bare handler just before and just after it: what else the machine does changes from minute to minute.
 */
async function served(few: Tenant, some: Tenant, many: Tenant, model: string) {
  const of = (tenant: Tenant, n: number) => tenant.people[n % people] as SignedIn;
  const bare = () => rate(480, () => ask("/api/health"));
  let before = await bare();
  const measured = async (what: string, count: number, one: (n: number) => Promise<Answer>) => {
    const { served, processor } = await rate(count, one);
    const after = await bare();
    const beside = (before.served + after.served) / 2;
    const figures = [served, beside].map((figure) => figure.toFixed(0).padStart(5));
    console.log(`${what.padEnd(34)} ${figures[0]} a second, bare ${figures[1]}: ${(served / beside).toFixed(2)}`);
    if (processor !== null && before.processor !== null && after.processor !== null) {
      const bareTime = (before.processor + after.processor) / 2;
      const ms = [processor, bareTime].map((time) => `${time.toFixed(1)} ms`);
      console.log(`${"".padEnd(34)} ${ms[0]} of the processor, bare ${ms[1]}: ${(bareTime / processor).toFixed(2)}`);
    }
    before = after;
  };
  await measured("page: sign in, nobody signed in", 160, () => ask("/sign-in"));
  const pages: [what: string, count: number, address: string, tenant: Tenant][] = [
    ["profile, signed in", 160, "/settings/profile", few],
    ["30 models", 160, "/models", few],
    ["20,000 models", 160, "/models", some],
    ["100,000 models", 160, "/models", many],
    ["one model", 80, `/models/${model}`, few],
  ];
  for (const [what, count, address, tenant] of pages) {
    const person = (n: number) => asPerson(of(tenant, n));
    await measured(`page, drawn: ${what}`, count, (n) => ask(address, { ...person(n), ...anew(n) }));
    await measured(`page, as it was: ${what}`, 480, (n) => ask(address, person(n)));
  }
  const reads: [what: string, address: string, tenant: Tenant][] = [
    ["30 models", "/api/v1/models", few],
    ["20,000 models", "/api/v1/models", some],
    ["100,000 models", "/api/v1/models", many],
    ["one model", `/api/v1/models/${model}`, few],
  ];
  for (const [what, address, tenant] of reads) {
    const program = (n: number) => asProgram(of(tenant, n));
    await measured(`API, made anew: ${what}`, 320, (n) => ask(address, { ...program(n), ...anew(n) }));
    await measured(`API, as it was: ${what}`, 480, (n) => ask(address, program(n)));
  }
}

function median(times: number[]): number {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] as number;
}

/** One after the other, alone. */
async function waits(person: SignedIn, model: string) {
  const times: Record<string, number[]> = { bare: [], save: [], projection: [], read: [] };
  for (let n = 0; n < 40; n++) {
    times.bare?.push((await ask("/api/health")).first);
    times.read?.push((await ask(`/api/v1/models/${model}`, asProgram(person))).whole);
    const headers = { ...asProgram(person), "content-type": "application/merge-patch+json", "if-match": "*" };
    const body = JSON.stringify({ inputs: { users: 50_000 + n } });
    const saved = await ask(`/api/v1/models/${model}`, headers, "PATCH", body);
    if (saved.status !== 200) throw new Error(`a save was answered ${saved.status}: ${saved.body}`);
    times.save?.push(saved.whole);
    const file = await ask(`/api/v1/models/${model}/projection.csv`, asProgram(person));
    if (file.status !== 200) throw new Error(`projection.csv was answered ${file.status}: ${file.body}`);
    times.projection?.push(file.first);
  }
  const [bare, read, save, projection] = [times.bare, times.read, times.save, times.projection].map((of = []) =>
    median(of),
  );
  const ms = (time = 0) => `${time.toFixed(1)} ms`;
  console.log(
    `alone, median of 40: bare handler ${ms(bare)}, API: one model ${ms(read)}, a save by the API ${ms(save)}`,
  );
  console.log(
    `projection.csv, first byte: ${ms(projection)}, ${ms((projection ?? 0) - (bare ?? 0))} after the bare one`,
  );
}

async function queries(client: pg.Client, some: Tenant, many: Tenant) {
  process.env.DATABASE_APP_URL = database.applicationUrl;
  process.env.APP_URL = server.url;
  process.env.NEXTAUTH_SECRET = secret;
  const { listModels } = await import("@/lib/server/models/list-models");
  for (const { organisation, models, people } of [some, many]) {
    const id = (people[0] as SignedIn).userId;
    const user = { id, name: "Ada", email: "ada@example.org" } as unknown as Parameters<typeof listModels>[0];
    const times: { list: number[]; bare: number[] } = { list: [], bare: [] };
    for (let n = 0; n < 30; n++) {
      let from = performance.now();
      await listModels(user);
      times.list.push(performance.now() - from);
      from = performance.now();
      await client.query(
        `select id, name, headline, changed_at from cost_models
         where organisation_id = $1 and deleted_at is null and archived_at is null order by changed_at desc, id limit 25`,
        [organisation],
      );
      times.bare.push(performance.now() - from);
    }
    console.log(
      `list of ${models.toLocaleString("en")} models in the database: ${median(times.list).toFixed(1)} ms for all of it with its scope, ${median(times.bare).toFixed(1)} ms for the bare statement`,
    );
  }
}
