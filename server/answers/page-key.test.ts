import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { pageKey } from "./page-key";

const signedIn = { cookie: "session=a; numbers=de", "user-agent": "one" };
const key = (url: string, headers: IncomingMessage["headers"] = signedIn, method = "GET") =>
  pageKey({ url, headers, method } as IncomingMessage, "session");

describe("the key of a page", () => {
  it("exists for pages of signed-in people, and for nothing else", () => {
    expect(key("/models")).toMatch(/^[\w+/]{43}=$/);
    expect(key("/models", { cookie: "numbers=de" })).toBeNull();
    expect(key("/models", {})).toBeNull();
    expect(key("/models", signedIn, "POST")).toBeNull();
    expect(key("/models", signedIn, "HEAD")).toBeNull();
    expect(key("/api/v1/models")).toBeNull();
    expect(key("/api/live", { ...signedIn, authorization: "Bearer a" })).toBeNull();
    expect(key("/_next/data/x")).toBeNull();
  });

  it("is another for another address, reader, or whatever else a page may look at", () => {
    const others = [
      key("/models?page=2"),
      key("/models", { ...signedIn, cookie: "session=b; numbers=de" }),
      key("/models", { ...signedIn, cookie: "session=a; numbers=en" }),
      key("/models", { ...signedIn, "user-agent": "two" }),
      key("/models", { ...signedIn, rsc: "1" }),
      key("/models", { ...signedIn, "x-of-tomorrow": "1" }),
    ];
    expect(new Set([key("/models"), ...others]).size).toBe(others.length + 1);
  });

  it("is the same however the answer travels, and whatever this server has made for the request", () => {
    const more = { "accept-encoding": "gzip", "sec-fetch-mode": "navigate", "x-nonce": "x", "x-request-id": "y" };
    expect(key("/models", { ...more, ...signedIn })).toBe(key("/models"));
    expect(key("/models", { ...signedIn, "if-none-match": '"7"' })).toBe(key("/models"));
  });

  it("exists for answers of the API too, by its token, and tells apart what a program has already", () => {
    const ofProgram = (more: IncomingMessage["headers"]) =>
      key("/api/v1/models", { authorization: "Bearer a", ...more });
    expect(ofProgram({})).toMatch(/^[\w+/]{43}=$/);
    expect(ofProgram({ "accept-encoding": "gzip" })).toBe(ofProgram({}));
    const others = [ofProgram({ authorization: "Bearer b" }), ofProgram({ "if-none-match": '"7"' })];
    expect(new Set([ofProgram({}), ...others]).size).toBe(3);
  });
});
