import { expect, it } from "vitest";
import { isActionCall } from "./request-headers";

it("knows the call of an action from a page and from a form without its script", () => {
  expect(isActionCall("POST", { "next-action": "00" })).toBe(true);
  expect(isActionCall("POST", { "next-action": "" })).toBe(true);
  expect(isActionCall("POST", {})).toBe(false);
  expect(isActionCall("GET", { "next-action": "00" })).toBe(false);
});
