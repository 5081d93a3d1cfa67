// Whether the time of an answer tells who has an account, or which links there are: medians of requests that take
// turns, on a production build with a real mail server. It prints what it found and asserts nothing: a test of times
// would fail on a busy machine. `npm run bench:time`
import { spawn } from "node:child_process";
import { randomInt, randomUUID } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "@playwright/test";
import { SMTPServer } from "smtp-server";
import { freePort } from "../scripts/database/embedded.mjs";
import { findBrowser } from "../scripts/testing/find-browser.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const dataDir = path.join(root, `.data-bench-${process.pid}`);
const port = await freePort();
const mailPort = await freePort();
const base = `http://localhost:${port}`;
const people = 6;
const rounds = 60;
let cookie = "";
let csrfToken = "";

const mail = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, _session, done) {
    stream.resume();
    stream.on("end", done);
  },
});
mail.listen(mailPort, "127.0.0.1");
const server = spawn(process.execPath, [path.join(root, "scripts", "start.mjs")], {
  cwd: root,
  env: {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    MAIL_FROM: "peerbalance@example.org",
    // Each try comes from another client, or limits would be measured.
    TRUSTED_PROXIES: "1",
  },
  stdio: ["ignore", "ignore", "inherit"],
});
const ended = new Promise((resolve) => server.once("exit", resolve));
try {
  await untilAnswers();
  await measure();
} finally {
  server.kill("SIGTERM");
  await ended;
  mail.close();
  rmSync(dataDir, { recursive: true, force: true });
}

async function untilAnswers() {
  for (let tries = 0; tries < 300; tries++) {
    if (server.exitCode !== null) throw new Error("The server ended before it answered.");
    const isThere = await fetch(`${base}/api/ready`).then(
      (response) => response.ok,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 1000));
  }
  throw new Error("The server did not answer within five minutes.");
}

async function measure() {
  const { known, signUp, askLink, askReset, revoked } = await prepare();
  const unknown = known.map(() => someEmail());
  console.log(
    `median of ${rounds} requests each, ms; the ratio of the two, and that of two halves of the first for comparison`,
  );
  await compare("signing in: an account, nobody", known, unknown, signIn);
  await compare("a link to sign in: an account, nobody", known, unknown, (email) => call(askLink, email));
  await compare("a link to a new password: an account, nobody", known, unknown, (email) => call(askReset, email));
  const none = () => "A".repeat(42) + "abcdefgh"[randomInt(8)];
  await compare("a read-only link: revoked, unknown", [revoked], [none()], (token) => get(`/s/${token}`));
  await compare("an invitation: unknown, malformed", [none()], ["nothing"], (token) => get(`/invitations/${token}`));
  // Signing up says that an address is taken, which people need to know: printed to compare the others with.
  await compare("signing up: taken, free (the page says which)", known, [null], (email) =>
    call(signUp, email ?? someEmail()),
  );
}

async function prepare() {
  const executablePath = findBrowser() ?? undefined;
  const args = process.getuid?.() === 0 ? ["--no-sandbox", "--disable-gpu"] : ["--disable-gpu"];
  const browser = await chromium.launch({ args, ...(executablePath && { executablePath }) });
  try {
    const context = await browser.newContext({ baseURL: base });
    const page = await context.newPage();
    const ada = someEmail();
    await page.goto("/sign-up");
    await page.getByLabel("Name").fill("Ada");
    await page.getByLabel("Email").fill(ada);
    await page.getByLabel("Password").fill("seven green buses at noon");
    const signUp = await callOf(page, ada, () => page.getByRole("button", { name: "Sign up" }).click());
    await page.waitForURL((url) => !url.pathname.startsWith("/sign-up"));
    const known = [ada];
    while (known.length < people) {
      const email = someEmail();
      await call(signUp, email);
      known.push(email);
    }
    await page.goto("/models/new");
    await page.getByLabel("Name", { exact: true }).fill("Measured");
    await page.getByRole("button", { name: "Create the model" }).click();
    await page.waitForURL(/\/models\/[0-9a-f-]{36}$/);
    await page.goto(`${page.url()}/share`);
    await page.getByRole("button", { name: "Make a read-only link" }).click();
    const link = await page.getByLabel("Read-only link", { exact: true }).inputValue();
    await page.getByRole("button", { name: /^Revoke the link/ }).click();
    for (let tries = 0; (await fetch(link)).status !== 404; tries++) {
      if (tries > 20) throw new Error("The link was not revoked.");
      await page.waitForTimeout(250);
    }
    const asked = {};
    for (const [name, address] of Object.entries({ askLink: "/sign-in/link", askReset: "/reset" })) {
      const visitor = await (await browser.newContext({ baseURL: base })).newPage();
      const email = someEmail();
      await visitor.goto(address);
      await visitor.getByLabel("Email").fill(email);
      asked[name] = await callOf(visitor, email, () => visitor.getByRole("button", { name: "Mail me a link" }).click());
    }
    return { known, signUp, ...asked, revoked: link.slice(-43) };
  } finally {
    await browser.close();
  }
}

function someEmail() {
  return `time-${randomUUID()}@example.org`;
}

/** The call of an action that holds `email`, to be sent again with another. */
async function callOf(page, email, act) {
  const isIt = (request) => "next-action" in request.headers() && (request.postData() ?? "").includes(email);
  const [request] = await Promise.all([page.waitForRequest(isIt), act()]);
  const { "next-action": action, "content-type": type } = await request.allHeaders();
  return {
    url: request.url(),
    headers: { "next-action": action, "content-type": type },
    body: request.postData(),
    email,
  };
}

function from() {
  return { "x-forwarded-for": `198.${randomInt(18, 20)}.${randomInt(256)}.${randomInt(256)}` };
}

async function answered(request) {
  const response = await request;
  await response.arrayBuffer();
}

function call({ url, headers, body, email: before }, email) {
  return answered(
    fetch(url, {
      method: "POST",
      headers: { ...headers, ...from(), origin: base, accept: "text/x-component" },
      body: body.replace(before, email),
    }),
  );
}

function get(address) {
  return answered(fetch(base + address, { headers: from() }));
}

async function signIn(email) {
  if (csrfToken === "") {
    const response = await fetch(`${base}/api/auth/csrf`);
    cookie = response.headers
      .getSetCookie()
      .map((one) => one.split(";")[0])
      .join("; ");
    ({ csrfToken } = await response.json());
  }
  const body = new URLSearchParams({ csrfToken, email, password: "not the password of anyone", json: "true" });
  await answered(
    fetch(`${base}/api/auth/callback/credentials`, {
      method: "POST",
      redirect: "manual",
      headers: { ...from(), cookie, origin: base },
      body,
    }),
  );
}

async function compare(what, one, other, send) {
  const times = [[], []];
  // The first of each are not counted: something may have to be loaded.
  for (let round = -4; round < rounds; round++) {
    const turns = round % 2 === 0 ? [0, 1] : [1, 0];
    for (const side of turns) {
      const given = [one, other][side];
      const start = performance.now();
      await send(given[Math.abs(round) % given.length]);
      if (round >= 0) times[side].push(performance.now() - start);
    }
  }
  const [first, second] = times.map(median);
  const halves = [0, 1].map((half) => median(times[0].filter((_, index) => index % 2 === half)));
  const ratio = (a, b) => (a / b).toFixed(2);
  console.log(
    `${what}: ${first.toFixed(1)} and ${second.toFixed(1)}, ratio ${ratio(first, second)} (noise ${ratio(...halves)})`,
  );
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
