import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const scripts = path.join(import.meta.dirname, "..", "..", ".next", "static", "chunks");

/** The loop of `firstInfinite` (lib/model/evaluate.ts), whose one call says that it shall stay a function of its module. */
const loop =
  /function( \w+)?\(\w+\)\{for\(let \w+=0;\w+<\w+\.length;\w+\+\+\)if\(!Number\.isFinite\(\w+\[\w+\]\)\)return/g;

it("keeps a function that is called once where it is, where its call says so", () => {
  const found = readdirSync(scripts)
    .filter((name) => name.endsWith(".js"))
    .flatMap((name) => [...readFileSync(path.join(scripts, name), "utf8").matchAll(loop)]);
  expect(found.length).toBeGreaterThan(0);
  // Written out where it is called, it has no name, and is made anew at each call (docs/decisions/090).
  expect(found.filter(([, name]) => name === undefined)).toEqual([]);
});
