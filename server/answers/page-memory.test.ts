import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type KeptPage, PageMemory } from "./page-memory";

beforeEach(() => {
  vi.useFakeTimers({ now: 0 });
});
afterEach(() => {
  vi.useRealTimers();
});

const page = (size: number, until = 1_000): KeptPage => ({ reads: [], uses: [], headers: [], body: [], size, until });

it("forgets first what was asked for longest ago", () => {
  const memory = new PageMemory(30);
  const [a, b, c] = [page(10), page(10), page(15)];
  memory.keep("a", a);
  memory.keep("b", b);
  expect(memory.find("a")).toBe(a);
  memory.keep("c", c);
  expect([memory.find("a"), memory.find("b"), memory.find("c")]).toEqual([a, null, c]);
});

it("keeps nothing that is larger than all may be, and puts a page in the place of the one before", () => {
  const memory = new PageMemory(30);
  memory.keep("a", page(31));
  expect(memory.find("a")).toBeNull();
  for (let n = 0; n < 10; n++) memory.keep("a", page(20));
  const b = page(10);
  memory.keep("b", b);
  expect([memory.find("a")?.size, memory.find("b")]).toEqual([20, b]);
});

it("gives no page once its time is over", () => {
  const memory = new PageMemory();
  memory.keep("a", page(10, 1_000));
  vi.setSystemTime(999);
  expect(memory.find("a")).not.toBeNull();
  vi.setSystemTime(1_000);
  expect(memory.find("a")).toBeNull();
});
