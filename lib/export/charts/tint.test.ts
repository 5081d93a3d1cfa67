import { describe, expect, it } from "vitest";
import { tint } from "./tint";

describe("a tint", () => {
  it("is mixed from the colour and its paper", () => {
    // Half of 0 and 255 is 127.5, half of 0x40 = 64 and 255 is 159.5: rounded up 128 = 0x80 and 160 = 0xa0.
    expect(tint("#004000", "#ffffff", 0.5)).toBe("#80a080");
  });

  it("reads colours as a build shortens them", () => {
    expect(tint("#004000", "#fff", 0.5)).toBe("#80a080");
    expect(tint("#0b5cad", "#fff", 1)).toBe("#0b5cad");
  });
});
