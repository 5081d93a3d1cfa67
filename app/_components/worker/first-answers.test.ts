import { expect, it } from "vitest";
import { afterFirstAnswers, firstIsIn, waitForFirst } from "./first-answers";

it("begins other work once nobody waits for a first answer, and at once where nobody does", () => {
  const begun: string[] = [];
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
  expect(begun).toEqual(["at once", "later"]);
});

it("leaves out what is no longer asked", () => {
  const begun: string[] = [];
  const one = {};
  waitForFirst(one);
  const leaveOut = afterFirstAnswers(() => begun.push("stale"));
  afterFirstAnswers(() => begun.push("newer"));
  leaveOut();
  firstIsIn(one);
  expect(begun).toEqual(["newer"]);
});
