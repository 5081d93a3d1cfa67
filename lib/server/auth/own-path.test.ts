import { describe, expect, it } from "vitest";
import { ownPath } from "./own-path";

describe("where to go after signing in", () => {
  it("is a path of this installation", () => {
    expect(ownPath("/models/7?tab=years#total", "/models")).toBe("/models/7?tab=years#total");
  });

  it.each([
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "models",
    "",
    undefined,
    ["/models/7"],
  ])("is never another site: %j", (wanted) => {
    expect(ownPath(wanted, "/models")).toBe("/models");
  });
});
