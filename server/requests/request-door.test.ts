import { describe, expect, it } from "vitest";
import { refusalOf } from "./request-door";

const statusOf = (method: string, url: string, headers: Record<string, string> = {}) =>
  refusalOf({ method, url, headers })?.status ?? "admitted";

describe("the door before Next.js", () => {
  it.each([
    ["GET", "/"],
    ["HEAD", "/models?search=%ff"],
    ["GET", "/s/%F0%9F%98%80"],
    ["GET", "/api/v1/models"],
    ["PATCH", "/api/v1/models/x"],
    ["OPTIONS", "/api/v1/models"],
    ["POST", "/api/auth/callback/credentials"],
    ["GET", "/_next/static/chunks/image.js"],
  ])("admits %s %s", (method, url) => expect(statusOf(method, url)).toBe("admitted"));

  it.each([
    [400, "GET", "/models/%ff"],
    [400, "GET", "/s/%E0%A4%A"],
    [400, "GET", "/s/%"],
    [400, "GET", "/models/%00"],
    [400, "GET", "*"],
    [400, "GET", "http://[/models"],
    [404, "GET", "/_next/image?url=%2Fmodels&w=640&q=75"],
    [404, "GET", "/%5Fnext/image"],
    [405, "TRACE", "/"],
    [405, "PROPFIND", "/models"],
    [405, "PUT", "/models"],
    [405, "DELETE", "/"],
    [405, "TRACE", "/api/v1/models"],
    [400, "POST", "/sign-in"],
  ])("answers %i to %s %s", (status, method, url) => expect(statusOf(method, url)).toBe(status));

  it("lets a page's own calls in, whatever their origin: the action says in words what is wrong with that", () => {
    expect(statusOf("POST", "/sign-in", { "next-action": "00" })).toBe("admitted");
    expect(statusOf("POST", "/sign-in", { "next-action": "00", origin: "http://evil.example" })).toBe("admitted");
    expect(statusOf("POST", "/sign-in", { "next-action": "00", origin: "null" })).toBe("admitted");
    expect(statusOf("POST", "/sign-in", { "next-action": "00", origin: "nonsense" })).toBe(400);
  });

  it("takes no form below /api: Next.js reads one for a page where it finds no route, and fails over a broken one", () => {
    const form = { "content-type": "Multipart/form-data; boundary=b" };
    expect(statusOf("POST", "/api/no/such/route", form)).toBe(415);
    expect(statusOf("POST", "/api/v1/models", form)).toBe(415);
    expect(statusOf("POST", "/api/v1/models", { "content-type": "application/json" })).toBe("admitted");
    expect(statusOf("POST", "/sign-in", { ...form, "next-action": "00" })).toBe("admitted");
  });

  it("refuses the state of a page that Next.js could not read", () => {
    for (const tree of ["{", "1", "%ff", "null", "[]", "%5B1%5D", "x".repeat(50_000)]) {
      expect(statusOf("GET", "/sign-in", { rsc: "1", "next-router-state-tree": tree }), tree.slice(0, 20)).toBe(400);
    }
    const tree = encodeURIComponent(JSON.stringify(["", { children: ["sign-in", { children: ["__PAGE__", {}] }] }]));
    expect(statusOf("GET", "/sign-in", { rsc: "1", "next-router-state-tree": tree })).toBe("admitted");
  });

  it("says which methods an address takes", () => {
    expect(refusalOf({ method: "TRACE", url: "/", headers: {} })?.headers).toEqual({ allow: "GET, HEAD, POST" });
  });
});
