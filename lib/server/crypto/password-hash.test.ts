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
    /** The least processor time of some tries, µs: other work on the machine only ever adds to the clock's. */
    const leastTime = async (hash: string | null) => {
      const times: number[] = [];
      for (let n = 0; n < 5; n++) {
        const before = process.cpuUsage();
        expect(await verifyPassword(hash, "wrong password")).toBe(false);
        const { user, system } = process.cpuUsage(before);
        times.push(user + system);
      }
      return Math.min(...times);
    };
    const ratio = (await leastTime(null)) / (await leastTime(stored));
    // A shortcut would take a hundredth.
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});
