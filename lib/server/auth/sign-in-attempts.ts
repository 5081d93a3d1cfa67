import "server-only";
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { networkOf } from "@/lib/server/runtime/limits/network";
import { rateLimiter } from "@/lib/server/runtime/limits/rate-limits";

/**
 * Failures slow the next try. Three counts, each over a quarter of an hour:
 *
 * - of one account from one address (or one known browser): five free, then a wait of 1, 2, 4 … at most 30 seconds between tries;
 * - of one address, whatever the account: forty free, then a wait of 1, 2, 4 … at most 60 seconds;
 * - of one account from anywhere: twenty free, then each try is answered up to 4 seconds later. It is never refused for what others
 *   do elsewhere, so that nobody can lock the owner out.
 *
 * A browser in which the account has signed in before (known-browser.ts) is counted on its own and passes the last two.
 * Keys are hashes, so that the table tells nobody's address.
 */
const quarterHour = 15 * 60;
const failures = rateLimiter({ keyPrefix: "sign-in", points: Number.MAX_SAFE_INTEGER, duration: quarterHour });
const gates = rateLimiter({ keyPrefix: "sign-in-gate", points: 1, duration: 1 });

export interface Attempt {
  email: string;
  address: string;
  /** The id of a browser in which this account has signed in before. */
  knownBrowser: string | null;
}

export type Admission = { admitted: true } | { admitted: false; waitSeconds: number };

export function waitAfter(tries: number, free: number, maxSeconds: number): number {
  return tries <= free ? 0 : Math.min(2 ** (tries - free - 1), maxSeconds);
}

function keysOf({ email, address, knownBrowser }: Attempt) {
  const key = (...parts: string[]) => createHash("sha256").update(parts.join("\n")).digest("base64url");
  return {
    pair: knownBrowser ? key("browser", knownBrowser, email) : key("pair", networkOf(address), email),
    address: key("address", networkOf(address)),
    account: key("account", email),
  };
}

/** Counts a try before it is looked at, so that many at once cannot slip past, and says whether it may go on. */
export async function admitAttempt(attempt: Attempt): Promise<Admission> {
  const keys = keysOf(attempt);
  const walls = [{ key: keys.pair, free: 5, maxSeconds: 30 }];
  if (!attempt.knownBrowser) walls.push({ key: keys.address, free: 40, maxSeconds: 60 });
  for (const [index, { key, free, maxSeconds }] of walls.entries()) {
    const { consumedPoints } = await failures().penalty(key);
    const waitSeconds = waitAfter(consumedPoints, free, maxSeconds);
    const refusedFor = waitSeconds === 0 ? 0 : await passGate(key, waitSeconds);
    if (refusedFor === 0) continue;
    // What was refused unseen does not lengthen the wait.
    await Promise.all(walls.slice(0, index + 1).map((wall) => failures().reward(wall.key)));
    return { admitted: false, waitSeconds: refusedFor };
  }
  const { consumedPoints } = await failures().penalty(keys.account);
  if (!attempt.knownBrowser) await pause(Math.min(Math.max(consumedPoints - 20, 0) * 200, 4_000));
  return { admitted: true };
}

/** 0 where the gate was open (and is now shut for so long), else the seconds until it opens. */
async function passGate(key: string, waitSeconds: number): Promise<number> {
  const { consumedPoints, msBeforeNext } = await gates().penalty(key, 1, { customDuration: waitSeconds });
  return consumedPoints <= 1 ? 0 : Math.max(1, Math.ceil(msBeforeNext / 1000));
}

/** Takes back what a try that turned out right had counted. */
export async function forgiveAttempt(attempt: Attempt): Promise<void> {
  const keys = keysOf(attempt);
  await Promise.all([
    failures().delete(keys.pair),
    gates().delete(keys.pair),
    failures().reward(keys.account),
    attempt.knownBrowser ? undefined : failures().reward(keys.address),
  ]);
}
