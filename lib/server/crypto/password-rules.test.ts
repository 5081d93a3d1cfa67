import { describe, expect, it } from "vitest";
import { normalisePassword, passwordFault } from "./password-rules";

const own = { email: "ada.lovelace@example.org", name: "Augusta Ada King" };

describe("a new password", () => {
  it("may be a few ordinary words", async () => {
    expect(await passwordFault("correct horse battery staple", own)).toBeNull();
    expect(await passwordFault("ünïcode is welcome", own)).toBeNull();
  });

  it("has 12 characters or more and at most 256, counted as a person counts them", async () => {
    expect(await passwordFault("elevenchars", own)).toBe(
      "A password has 12 characters or more; this one has 11. A few words in a row make a good one.",
    );
    expect(await passwordFault("twelve chars", own)).toBeNull();
    // Eleven emoji are 22 units of UTF-16.
    expect(await passwordFault("🐘🦒🦓🐆🐅🦏🦛🐪🦘🐃🐂", own)).toMatch(/this one has 11/);
    expect(await passwordFault("ab cd".repeat(60), own)).toMatch(/at most 256 characters; this one has 300/);
  });

  it.each([
    "leavemealone", // in the list as it stands
    "LeaveMeAlone",
    "Password1234",
    "!!password!!",
    "aaaaaaaaaaaa",
    "abcabcabcabc",
    "123456789012",
    "098765432109",
    "abcdefghijklmn",
    "qwertyuiopas",
  ])("is not among the commonest: %s", async (password) => {
    expect(await passwordFault(password, own)).toMatch(/among the commonest/);
  });

  it("is not the person's own address or name", async () => {
    expect(await passwordFault("Ada.Lovelace@example.org", own)).toMatch(/your own name or email/);
    expect(await passwordFault("augusta ada king", own)).toMatch(/your own name or email/);
  });

  it("is the same however its accents were typed", () => {
    expect(normalisePassword("cafe\u0301 ole\u0301 ole\u0301")).toBe(normalisePassword("café olé olé"));
  });
});
