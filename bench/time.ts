// Whether the time of an answer tells who has an account, or which links there are: medians of requests that take
// turns, on a production build with a real mail server. It prints what it found and asserts nothing: a test of times
// would fail on a busy machine. `npm run bench:time`
import { randomInt } from "node:crypto";
import type { Browser } from "@playwright/test";
import { SMTPServer } from "smtp-server";
import { callOf, type WireCall } from "../e2e/support/wire-call";
import { freePort } from "../scripts/database/embedded.mjs";
import { makeModel, signUp, someEmail, withBrowser, withServer } from "./pages";

const mailPort = await freePort();
const people = 6;
const rounds = 60;

/** A call of an action that holds an address, to be sent again with another. */
interface CallWith extends WireCall {
  email: string;
}

interface Prepared {
  /** Addresses of accounts. */
  known: string[];
  /** The token of a link that was revoked. */
  revoked: string;
  signUp: CallWith;
  askLink: CallWith;
  askReset: CallWith;
}

const mail = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, _session, done) {
    stream.resume();
    stream.on("end", () => done());
  },
});
mail.listen(mailPort, "127.0.0.1");
const environment = {
  SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
  MAIL_FROM: "peerbalance@example.org",
  // Each try comes from another client, or limits would be measured.
  TRUSTED_PROXIES: "1",
};
try {
  await withServer(environment, async (base) => {
    await measure(base, await withBrowser([], (browser) => prepare(base, browser)));
  });
} finally {
  mail.close();
}

async function measure(base: string, { known, signUp, askLink, askReset, revoked }: Prepared): Promise<void> {
  const unknown = known.map(() => someEmail());
  const get = (address: string) => answered(fetch(base + address, { headers: from() }));
  const signIn = await signingIn(base);
  console.log(
    `median of ${rounds} requests each, ms; the ratio of the two, and that of two halves of the first for comparison`,
  );
  await compare("signing in: an account, nobody", known, unknown, signIn);
  await compare("a link to sign in: an account, nobody", known, unknown, (email) => call(base, askLink, email));
  await compare("a link to a new password: an account, nobody", known, unknown, (email) => call(base, askReset, email));
  const none = () => "A".repeat(42) + "abcdefgh"[randomInt(8)];
  await compare("a read-only link: revoked, unknown", [revoked], [none()], (token) => get(`/s/${token}`));
  await compare("an invitation: unknown, malformed", [none()], ["nothing"], (token) => get(`/invitations/${token}`));
  // Signing up says that an address is taken, which people need to know: printed to compare the others with.
  await compare("signing up: taken, free (the page says which)", known, [null], (email) =>
    call(base, signUp, email ?? someEmail()),
  );
}

async function prepare(base: string, browser: Browser): Promise<Prepared> {
  const page = await (await browser.newContext({ baseURL: base })).newPage();
  const ada = someEmail();
  const signingUp = { ...(await callOf(page, ada, () => signUp(page, ada))), email: ada };
  const known = [ada];
  while (known.length < people) {
    const email = someEmail();
    await call(base, signingUp, email);
    known.push(email);
  }
  await makeModel(page, /^Default service/);
  await page.goto(`${page.url()}/share`);
  await page.getByRole("button", { name: "Make a read-only link" }).click();
  const link = await page.getByLabel("Read-only link", { exact: true }).inputValue();
  await page.getByRole("button", { name: /^Revoke the link/ }).click();
  for (let tries = 0; (await fetch(link)).status !== 404; tries++) {
    if (tries > 20) throw new Error("The link was not revoked.");
    await page.waitForTimeout(250);
  }
  const asking = async (address: string): Promise<CallWith> => {
    const visitor = await (await browser.newContext({ baseURL: base })).newPage();
    const email = someEmail();
    await visitor.goto(address);
    await visitor.getByLabel("Email").fill(email);
    const press = () => visitor.getByRole("button", { name: "Mail me a link" }).click();
    return { ...(await callOf(visitor, email, press)), email };
  };
  return {
    known,
    revoked: link.slice(-43),
    signUp: signingUp,
    askLink: await asking("/sign-in/link"),
    askReset: await asking("/reset"),
  };
}

function from() {
  return { "x-forwarded-for": `198.${randomInt(18, 20)}.${randomInt(256)}.${randomInt(256)}` };
}

async function answered(request: Promise<Response>): Promise<void> {
  await (await request).arrayBuffer();
}

function call(base: string, { url, headers, body, email: before }: CallWith, email: string): Promise<void> {
  return answered(
    fetch(url, {
      method: "POST",
      headers: { ...headers, ...from(), origin: base },
      body: body.replace(before, email),
    }),
  );
}

async function signingIn(base: string): Promise<(email: string) => Promise<void>> {
  const response = await fetch(`${base}/api/auth/csrf`);
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const { csrfToken } = (await response.json()) as { csrfToken: string };
  return (email) =>
    answered(
      fetch(`${base}/api/auth/callback/credentials`, {
        method: "POST",
        redirect: "manual",
        headers: { ...from(), cookie, origin: base },
        body: new URLSearchParams({ csrfToken, email, password: "not the password of anyone", json: "true" }),
      }),
    );
}

async function compare<T>(
  what: string,
  one: readonly T[],
  other: readonly T[],
  send: (given: T) => Promise<void>,
): Promise<void> {
  const sides = [
    { given: one, times: [] as number[] },
    { given: other, times: [] as number[] },
  ] as const;
  // The first of each are not counted: something may have to be loaded.
  for (let round = -4; round < rounds; round++) {
    for (const { given, times } of round % 2 === 0 ? sides : sides.toReversed()) {
      const start = performance.now();
      await send(given[Math.abs(round) % given.length] as T);
      if (round >= 0) times.push(performance.now() - start);
    }
  }
  const [first, second] = [median(sides[0].times), median(sides[1].times)];
  const half = (rest: number) => median(sides[0].times.filter((_, index) => index % 2 === rest));
  const ratio = (a: number, b: number) => (a / b).toFixed(2);
  console.log(
    `${what}: ${first.toFixed(1)} and ${second.toFixed(1)}, ratio ${ratio(first, second)} (noise ${ratio(half(0), half(1))})`,
  );
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
