import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path";

const origin = "https://peerbalance.example.org";

describe("where to go after signing in", () => {
  it.each([
    ["/models/7?tab=years#total", "/models/7?tab=years#total"],
    ["/", "/"],
    [`${origin}/models/7?tab=years`, "/models/7?tab=years"],
    ["/models/../settings", "/settings"],
    ["/models?next=//evil.example", "/models?next=//evil.example"],
    // Own paths that nothing is at.
    ["/.//evil.example/x", "/evil.example/x"],
    ["/x/..//evil.example", "/evil.example"],
    ["/./\\evil.example", "/evil.example"],
    ["/%2e//evil.example", "/evil.example"],
    ["/%2E%2e///evil.example", "/evil.example"],
    ["/.\t//evil.example", "/evil.example"],
    [`${origin}//evil.example`, "/evil.example"],
  ])("%j is %s", (wanted, path) => {
    expect(ownPath(wanted, "/models", origin)).toBe(path);
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n\\evil.example",
    "javascript:alert(1)",
    `${origin}.evil.example/`,
    `${origin}@evil.example/`,
    "https:/models",
    "models",
    " /models",
    "",
    "//[",
    undefined,
    null,
    ["/models/7"],
  ])("is never another site: %j", (wanted) => {
    expect(ownPath(wanted, "/models", origin)).toBe("/models");
  });

  it("takes no whole address where none is asked for", () => {
    expect(ownPath(`${origin}/settings`, "/models")).toBe("/models");
  });

  it("is of this installation whatever is wanted, as a browser resolves it", () => {
    const pieces = ["/", "\\", ".", "..", "%2e", "%2E", "%2f", "%5c", "\t", "\n", "\r", " ", "?", "#", "@", ":", "x"];
    const hosts = ["evil.example", "http:", "https:", "javascript:", "[::1]", "\u3002", "\u2044", "\u0000", origin];
    const hostile = fc
      .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.constantFrom(...hosts), fc.string()), {
        maxLength: 10,
      })
      .map((parts) => parts.join(""));
    const wanted = fc.oneof(
      hostile,
      hostile.map((path) => `/${path}`),
      hostile.map((path) => `${origin}/${path}`),
    );
    fc.assert(
      fc.property(wanted, (text) => {
        const path = ownPath(text, "/models", origin);
        expect(path).toMatch(/^\/(?![/\\])/);
        const resolved = new URL(path, origin);
        expect(resolved.origin).toBe(origin);
        // And stays what it is, however often it is passed on.
        expect(ownPath(path, "/models", origin)).toBe(path);
      }),
      { numRuns: 5_000 },
    );
  });
});
