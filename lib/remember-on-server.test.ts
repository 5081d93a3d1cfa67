import { expect, it, vi } from "vitest";
import { rememberOnServer } from "./remember-on-server";

it("works once for a basis, whatever object it comes in", () => {
  const remember = rememberOnServer<{ sum: number }>(30);
  const work = vi.fn(() => ({ sum: 3 }));
  const first = remember([{ users: 1 }, [2]], work);
  expect(remember([{ users: 1 }, [2]], work)).toBe(first);
  expect(work).toHaveBeenCalledOnce();
  expect(remember([{ users: 1 }, [3]], () => ({ sum: 4 }))).toEqual({ sum: 4 });
});

it("keeps so many, those that were asked for last", () => {
  const remember = rememberOnServer<number>(30);
  for (let n = 0; n < 30; n++) remember([n], () => n);
  const again = vi.fn(() => -1);
  expect(remember([0], again)).toBe(0);
  remember([30], () => 30);
  expect(remember([0], again)).toBe(0);
  expect(again).not.toHaveBeenCalled();
  expect(remember([1], again)).toBe(-1);
});

it("keeps nothing of what is long", () => {
  const remember = rememberOnServer<number>(30);
  const long = "x".repeat(20_001);
  expect([remember([long], () => 1), remember([long], () => 2)]).toEqual([1, 2]);
});

it("keeps nothing in a browser", () => {
  vi.stubGlobal("window", {});
  const remember = rememberOnServer<number>(30);
  vi.unstubAllGlobals();
  expect([remember([1], () => 1), remember([1], () => 2)]).toEqual([1, 2]);
});
