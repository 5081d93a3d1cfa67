import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { afterFirstAnswers, firstIsIn, patience, waitForFirst } from "./first-answers";

let begun: string[] = [];
beforeEach(() => {
  begun = [];
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it("begins other work once nobody waits for a first answer, and at once where nobody does", () => {
  const [one, other] = [{}, {}];
  afterFirstAnswers(() => begun.push("at once"));
  waitForFirst(one);
  waitForFirst(other);
  afterFirstAnswers(() => begun.push("later"));
  firstIsIn(one);
  // Its second answer says nothing of the other's.
  firstIsIn(one);
  expect(begun).toEqual(["at once"]);
  firstIsIn(other);
  expect(begun).toEqual(["at once", "later"]);
  waitForFirst(one);
  firstIsIn(one);
  vi.advanceTimersByTime(patience);
  expect(begun).toEqual(["at once", "later"]);
});

it("leaves out what is no longer asked", () => {
  const one = {};
  waitForFirst(one);
  const leaveOut = afterFirstAnswers(() => begun.push("stale"));
  afterFirstAnswers(() => begun.push("newer"));
  leaveOut();
  firstIsIn(one);
  vi.advanceTimersByTime(patience);
  expect(begun).toEqual(["newer"]);
});

it("waits no longer than a second for an answer that does not come", () => {
  const one = {};
  waitForFirst(one);
  afterFirstAnswers(() => begun.push("anyway"));
  vi.advanceTimersByTime(999);
  expect(begun).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(begun).toEqual(["anyway"]);
  firstIsIn(one);
  expect(begun).toEqual(["anyway"]);
});
