import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { closeRateLimits, countUses } from "./rate-limits";
import { isWithinSteadyLimit } from "./steady-limit";

afterAll(closeRateLimits);

const limit = { points: 10, seconds: 60 };
const stored = async (key: string) => (await countUses(`steady:${key}`, 0, limit.seconds)).uses;

it("lets through what is within the limit and no more, and counts for each key alone", async () => {
  const key = randomUUID();
  const answers: boolean[] = [];
  for (let n = 0; n < 12; n++) answers.push(await isWithinSteadyLimit("steady", key, limit));
  expect(answers).toEqual([...Array(10).fill(true), false, false]);
  expect(await isWithinSteadyLimit("steady", randomUUID(), limit)).toBe(true);
});

it("counts in memory, tells the other servers within a second or so, and hears of theirs", async () => {
  const key = randomUUID();
  for (let n = 0; n < 5; n++) await isWithinSteadyLimit("steady", key, limit);
  expect(await stored(key)).toBe(1);
  // As another server does, meanwhile.
  await countUses(`steady:${key}`, 4, limit.seconds);
  for (let tries = 0; tries < 100 && (await stored(key)) < 9; tries++) await sleep(100);
  expect(await stored(key)).toBe(9);
  await sleep(100);
  expect(await isWithinSteadyLimit("steady", key, limit)).toBe(true);
  expect(await isWithinSteadyLimit("steady", key, limit)).toBe(false);
});
