import { describe, expect, it, vi } from "vitest";
import { keyOf, newRecoveryCodes, newSecret, recoveryCodeHash, stepOf } from "./codes";

// RFC 6238, appendix B: the secret "12345678901234567890", SHA-1. The codes there have eight digits; apps show the last six.
const secret = Uint8Array.from(Buffer.from("12345678901234567890"));

describe("a code of an authenticator", () => {
  it.each([
    [59, "94287082", 1],
    [1111111109, "07081804", 37037036],
    [1111111111, "14050471", 37037037],
    [1234567890, "89005924", 41152263],
    [2000000000, "69279037", 66666666],
  ])("at %i seconds is that of the RFC's table", (seconds, printed, step) => {
    expect(stepOf(secret, printed.slice(-6), 0, new Date(seconds * 1000))).toBe(step);
  });

  it("may be one step off, not two, and is not taken again, nor one before it", () => {
    const at = (seconds: number) => new Date(seconds * 1000);
    expect(stepOf(secret, "081804", 0, at(1111111109 + 30))).toBe(37037036);
    expect(stepOf(secret, "081804", 0, at(1111111109 - 30))).toBe(37037036);
    expect(stepOf(secret, "081804", 0, at(1111111109 + 60))).toBeNull();
    expect(stepOf(secret, "081804", 37037035, at(1111111109))).toBe(37037036);
    expect(stepOf(secret, "081804", 37037036, at(1111111109))).toBeNull();
    expect(stepOf(secret, "081804", 37037037, at(1111111109))).toBeNull();
  });

  it("is six digits, with spaces where an app shows some, and nothing else", () => {
    const now = new Date(1111111109 * 1000);
    expect(stepOf(secret, " 081 804 ", 0, now)).toBe(37037036);
    for (const typed of ["", "81804", "0818040", "08180x", "٠٨١٨٠٤", "07081804"]) {
      expect(stepOf(secret, typed, 0, now)).toBeNull();
    }
  });

  it("comes from a key that apps read", () => {
    // Base32 of "12345678901234567890", as RFC 4648 has it.
    expect(keyOf(secret, "ada@example.org")).toEqual({
      uri: "otpauth://totp/Peerbalance:ada%40example.org?issuer=Peerbalance&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30",
      key: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ",
    });
    expect(newSecret()).toHaveLength(20);
  });
});

describe("recovery codes", () => {
  it("are ten, all different, of sixteen letters and digits each", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
  });

  it("are the same however they are typed", () => {
    const [code = ""] = newRecoveryCodes();
    expect(recoveryCodeHash(code)).toEqual(recoveryCodeHash(` ${code.toUpperCase().replaceAll("-", " ")}`));
    expect(recoveryCodeHash(code)).not.toBeNull();
    expect(recoveryCodeHash("081804")).toBeNull();
    expect(recoveryCodeHash(`${code}0`)).toBeNull();
  });
});

describe("a stored secret", () => {
  it("opens for its person under its key, and not for another, under another, or changed", async () => {
    vi.stubEnv("DATABASE_APP_URL", "postgresql://nobody@127.0.0.1:1/none");
    vi.stubEnv("APP_URL", "http://localhost:3000");
    vi.stubEnv("NEXTAUTH_SECRET", "x".repeat(32));
    const { sealSecret, openSecret } = await import("./stored-secret");
    const stored = sealSecret(secret, "ada");
    expect(stored).toHaveLength(48);
    expect(Buffer.from(stored).includes(Buffer.from(secret))).toBe(false);
    expect(openSecret(stored, "ada")).toEqual(secret);
    expect(openSecret(stored, "bob")).toBeNull();
    for (const index of [0, 20, 40]) {
      const changed = Uint8Array.from(stored, (byte, at) => (at === index ? byte ^ 1 : byte));
      expect(openSecret(changed, "ada")).toBeNull();
    }
    vi.resetModules();
    vi.stubEnv("NEXTAUTH_SECRET", "y".repeat(32));
    expect((await import("./stored-secret")).openSecret(stored, "ada")).toBeNull();
  });
});
