import { describe, expect, it } from "vitest";
import { contentSecurityPolicy } from "./content-security-policy";

describe("the Content-Security-Policy", () => {
  it("lets scripts run by nonce only", () => {
    const directives = new Map(
      contentSecurityPolicy("bm9uY2U=", false)
        .split("; ")
        .map((directive) => [directive.split(" ", 1)[0], directive] as const),
    );
    expect(directives.get("script-src")).toBe("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic'");
    expect(directives.get("worker-src")).toBe("worker-src 'self'");
    expect(directives.get("style-src")).toBe("style-src 'self' 'nonce-bm9uY2U='");
    expect(directives.get("frame-ancestors")).toBe("frame-ancestors 'none'");
    expect(directives.get("object-src")).toBe("object-src 'none'");
    expect(directives.get("form-action")).toBe("form-action 'self'");
  });

  it("never allows eval where it is served for real", () => {
    expect(contentSecurityPolicy("x", false)).not.toContain("eval");
  });
});
