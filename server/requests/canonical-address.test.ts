import { expect, it } from "vitest";
import { canonicalAddress } from "./canonical-address";

const asked = (host: string | undefined, url: string, appUrl = "http://localhost:3000", method = "GET") =>
  canonicalAddress({ method, url, headers: { ...(host !== undefined && { host }) } }, appUrl);

it.each([
  ["127.0.0.1:3000", "/models?x=1", "http://localhost:3000/models?x=1"],
  ["[::1]:3000", "/", "http://localhost:3000/"],
  // Behind something that listens on another port.
  ["127.0.0.1:8080", "/", "http://localhost:3000/"],
  ["127.0.0.1", "/", "http://localhost:3000/"],
])("sends %s%s on to %s", (host, url, address) => {
  expect(asked(host, url)).toBe(address);
  expect(asked(host, url, undefined, "HEAD")).toBe(address);
});

it("knows the own name of an installation that goes by a number", () => {
  expect(asked("localhost:3000", "/", "http://127.0.0.1:3000")).toBe("http://127.0.0.1:3000/");
  expect(asked("127.0.0.1:3000", "/", "http://127.0.0.1:3000")).toBeNull();
});

it.each([
  ["its own name", "localhost:3000", "/"],
  ["its own name behind another port", "localhost:8080", "/"],
  ["a name in the network", "192.168.1.5:3000", "/"],
  ["a name that only begins like one", "localhost.evil.example", "/"],
  ["no name", undefined, "/"],
  ["a target that is no path", "127.0.0.1:3000", "*"],
])("leaves a request under %s", (_what, host, url) => expect(asked(host, url)).toBeNull());

it("leaves what changes something, and every request of an installation with a name in the network", () => {
  expect(asked("127.0.0.1:3000", "/", undefined, "POST")).toBeNull();
  expect(asked("127.0.0.1:3000", "/", "https://peerbalance.example.org")).toBeNull();
});
