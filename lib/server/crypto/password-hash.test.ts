import { describe, expect, it } from "vitest";
import { hashPassword, verifyPassword } from "./password-hash";

describe("a stored password", () => {
  it("is argon2id with OWASP's parameters, and never the same twice", async () => {
    const [one, two] = await Promise.all([hashPassword("a b c d e f g"), hashPassword("a b c d e f g")]);
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(one).not.toBe(two);
  });

  it("is known by the right password only", async () => {
    const stored = await hashPassword("correct horse battery");
    expect(await verifyPassword(stored, "correct horse battery")).toBe(true);
    expect(await verifyPassword(stored, "correct horse batterz")).toBe(false);
  });

  it("takes about as long to refuse where nobody has the address", async () => {
    const stored = await hashPassword("correct horse battery");
    await verifyPassword(null, "warm up");
    const took = { wrong: [] as number[], nobody: [] as number[] };
    for (let n = 0; n < 15; n++) {
      for (const [key, hash] of [
        ["wrong", stored],
        ["nobody", null],
      ] as const) {
        const from = performance.now();
        expect(await verifyPassword(hash, "wrong password")).toBe(false);
        took[key].push(performance.now() - from);
      }
    }
    const [wrong, nobody] = [took.wrong, took.nobody].map((times) => times.sort((a, b) => a - b)[7] ?? Number.NaN);
    const ratio = (nobody ?? Number.NaN) / (wrong ?? Number.NaN);
    // The medians; a shortcut would take a hundredth.
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});
