import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { someEmail, someOrigin } from "@/test/people";
import { type Attempt, admitAttempt, forgiveAttempt, waitAfter } from "./sign-in-attempts";

function attemptBy(given: Partial<Attempt> = {}): Attempt {
  return { email: someEmail(), address: someOrigin().address, knownBrowser: null, ...given };
}

async function failures(attempt: Attempt, count: number) {
  const outcomes = [];
  for (let n = 0; n < count; n++) outcomes.push(await admitAttempt(attempt));
  return outcomes;
}

describe("the wait after failures", () => {
  it("doubles from a second and is bounded", () => {
    expect([5, 6, 7, 8, 9, 10, 11, 500].map((tries) => waitAfter(tries, 5, 30))).toEqual([0, 1, 2, 4, 8, 16, 30, 30]);
  });
});

describe("failing to sign in", () => {
  it("is free five times, then costs a wait that grows", async () => {
    const attempt = attemptBy();
    // Five free; the sixth passes the gate and shuts it for a second; the seventh meets it shut.
    expect((await failures(attempt, 6)).every(({ admitted }) => admitted)).toBe(true);
    expect(await admitAttempt(attempt)).toEqual({ admitted: false, waitSeconds: 1 });
    await pause(1_100);
    expect(await admitAttempt(attempt)).toEqual({ admitted: true });
    expect(await admitAttempt(attempt)).toEqual({ admitted: false, waitSeconds: 2 });
  });

  it("cannot be sped up by trying many at once", async () => {
    const attempt = attemptBy();
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => admitAttempt(attempt)));
    expect(outcomes.filter(({ admitted }) => admitted).length).toBeLessThanOrEqual(7);
  });

  it("does not lengthen the wait while it lasts", async () => {
    const attempt = attemptBy();
    await failures(attempt, 6);
    for (let n = 0; n < 20; n++) {
      expect(await admitAttempt(attempt)).toEqual({ admitted: false, waitSeconds: 1 });
    }
    await pause(1_100);
    expect(await admitAttempt(attempt)).toEqual({ admitted: true });
  });

  it("slows one address that tries many accounts", async () => {
    const { address } = someOrigin();
    const outcomes = [];
    for (let n = 0; n < 45; n++) outcomes.push(await admitAttempt(attemptBy({ address })));
    // Forty free, and the one that shuts the gate.
    expect(outcomes.slice(0, 41).every(({ admitted }) => admitted)).toBe(true);
    expect(outcomes.slice(41).some(({ admitted }) => !admitted)).toBe(true);
  });

  it("is forgotten once the right password is given", async () => {
    const attempt = attemptBy();
    await failures(attempt, 6);
    await pause(1_100);
    expect(await admitAttempt(attempt)).toEqual({ admitted: true });
    await forgiveAttempt(attempt);
    expect((await failures(attempt, 5)).every(({ admitted }) => admitted)).toBe(true);
  });

  it("never locks the owner out: not from elsewhere, not from a browser that is known", async () => {
    const email = someEmail();
    const attacker = attemptBy({ email });
    expect((await failures(attacker, 7)).at(-1)).toEqual({ admitted: false, waitSeconds: 1 });
    // From many addresses, more than the account's twenty.
    await Promise.all(Array.from({ length: 24 }, () => admitAttempt(attemptBy({ email }))));
    const from = performance.now();
    expect(await admitAttempt(attemptBy({ email }))).toEqual({ admitted: true });
    const waited = performance.now() - from;
    expect(waited).toBeGreaterThan(1_000);
    expect(waited).toBeLessThan(5_000);
    // At the attacker's own address, in a browser in which the owner has signed in before.
    await failures(attacker, 2);
    expect(await admitAttempt({ email, address: attacker.address, knownBrowser: "a-browser" })).toEqual({
      admitted: true,
    });
  }, 30_000);
});
