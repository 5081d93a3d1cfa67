import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTarget } from "./request-target";

describe("the target of a request", () => {
  it.each([
    ["/", "/", null],
    ["/models?tab=a%2Fb//c", "/models?tab=a%2Fb//c", null],
    // Left as it came: what is wrong with it is for others to say.
    ["/models/%ff", "/models/%ff", null],
    ["/a//b", "/a//b", null],
    ["/.well-known/x", "/.well-known/x", null],
    ["http://localhost:3000/models?x=1", "/models?x=1", "localhost:3000"],
    ["HTTP://evil.example/models/", "/models/", "evil.example"],
    ["http://evil.example", "/", "evil.example"],
    ["http://evil.example//other.example/", "/other.example/", "evil.example"],
    ["//evil.example/models/", "/evil.example/models/", null],
    ["/\\evil.example/", "/evil.example/", null],
    ["/.//evil.example/", "/evil.example/", null],
    ["/x/..//evil.example/", "/evil.example/", null],
    ["/%2e//evil.example/", "/evil.example/", null],
  ])("%s is %s of %s", (target, path, host) => {
    expect(readTarget(target)).toEqual({ path, host });
  });

  it.each(["", "*", "evil.example:443", "ftp://evil.example/", "javascript:alert(1)", "http://[", "models"])(
    "%j is none",
    (target) => {
      expect(readTarget(target)).toBeNull();
    },
  );

  it("is of the own host whatever came, as a browser resolves it", () => {
    const pieces = ["/", "\\", ".", "..", "%2e", "%2E", "%2f", "?", "#", "@", ":", "x", "evil.example", "http:", "\t"];
    const target = fc.array(fc.constantFrom(...pieces), { maxLength: 10 }).map((parts) => parts.join(""));
    const own = "https://peerbalance.example.org";
    fc.assert(
      fc.property(
        fc.oneof(
          target,
          target.map((text) => `/${text}`),
          target.map((text) => `http://e.example/${text}`),
        ),
        (text) => {
          const read = readTarget(text);
          if (read === null) return;
          expect(new URL(read.path, own).origin).toBe(own);
          expect(new URL(own + read.path).origin).toBe(own);
        },
      ),
      { numRuns: 3_000 },
    );
  });
});
