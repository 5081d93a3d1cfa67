import path from "node:path";
import { describe, expect, it } from "vitest";
import { routePatterns } from "./route-patterns";

const patternOf = routePatterns(path.join(import.meta.dirname, "..", "..", "app"));

describe("the pattern of a path", () => {
  it.each([
    ["/", "/"],
    ["/models", "/models"],
    ["/models/", "/models"],
    ["/models/new", "/models/new"],
    ["/models/1c0f6b9e-0000-4000-8000-000000000000", "/models/[id]"],
    ["/models/1c0f6b9e-0000-4000-8000-000000000000/export/years.csv", "/models/[id]/export/years.csv"],
    ["/reset/a-secret-of-a-link", "/reset/[token]"],
    ["/invitations/a-secret-of-a-link", "/invitations/[token]"],
    ["/api/auth/callback/credentials", "/api/auth/[...nextauth]"],
    ["/api/v1/models", "/api/v1/models"],
    ["/api/v1/what/ever", "/api/v1/[...path]"],
    ["/_next/static/chunks/1.js", "/_next"],
    ["/wp-login.php", "other"],
    ["/models/a/b/c/d", "other"],
  ])("of %s is %s", (asked, pattern) => {
    expect(patternOf(asked)).toBe(pattern);
  });
});
