import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWithinJsonLimits, isWithinJsonTextLimits } from "./json-limits";

function nested(depth: number): unknown {
  return depth === 0 ? 1 : { inner: nested(depth - 1) };
}

describe("what may come over the wire", () => {
  it("is plain, at most 8 deep and at most 10,000 values", () => {
    expect(isWithinJsonLimits(["id", { revision: 1, draft: { inputs: { users: 5 } } }])).toBe(true);
    expect(isWithinJsonLimits(nested(8))).toBe(true);
    expect(isWithinJsonLimits(nested(9))).toBe(false);
    // The list itself is one value.
    expect(isWithinJsonLimits(Array(9_999).fill(0))).toBe(true);
    expect(isWithinJsonLimits(Array(10_000).fill(0))).toBe(false);
  });

  it("is never a thing with behaviour, and never goes round in a circle", () => {
    expect(isWithinJsonLimits({ at: new Date() })).toBe(false);
    expect(isWithinJsonLimits([new Map()])).toBe(false);
    // What React makes of "$T": it throws wherever it is looked into.
    const reference = new Proxy(() => {}, {
      get() {
        throw new Error("Cannot access a temporary reference.");
      },
    });
    expect(isWithinJsonLimits([reference])).toBe(false);
    expect(isWithinJsonLimits({ draft: { name: reference } })).toBe(false);
    expect(isWithinJsonLimits([9n, Symbol.for("x")])).toBe(false);
    const circle: unknown[] = [];
    circle.push(circle);
    expect(isWithinJsonLimits(circle)).toBe(false);
  });
});

describe("the limits of a text", () => {
  it("let through all that the values' limits let through, whatever stands in its strings", () => {
    const json = fc.json({ depthSize: "large", maxDepth: 8 });
    fc.assert(
      fc.property(json, (text) => {
        if (isWithinJsonLimits(JSON.parse(text))) expect(isWithinJsonTextLimits(text)).toBe(true);
      }),
    );
    expect(isWithinJsonTextLimits(JSON.stringify('[{,"\\'.repeat(50_000)))).toBe(true);
    expect(isWithinJsonTextLimits("[]".repeat(9_000))).toBe(true);
  });

  it("stop what is deep or long, and what is no JSON", () => {
    expect(isWithinJsonTextLimits("[".repeat(17))).toBe(false);
    expect(isWithinJsonTextLimits(`[${"1,".repeat(20_001)}1]`)).toBe(false);
    expect(isWithinJsonTextLimits(`{${'"a":{},'.repeat(10_001)}`)).toBe(false);
  });
});
