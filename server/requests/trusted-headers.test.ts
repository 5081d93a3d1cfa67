import type { IncomingHttpHeaders } from "node:http";
import { Socket } from "node:net";
import { expect, it } from "vitest";
import { trustOwnProxies } from "./trusted-headers";

/** What is left of headers that came over a connection from 10.0.0.2. */
function believed(sent: IncomingHttpHeaders, trustedProxies: number): IncomingHttpHeaders {
  const headers = { ...sent };
  const socket = Object.defineProperty(new Socket(), "remoteAddress", { value: "10.0.0.2" });
  trustOwnProxies({ headers, socket }, trustedProxies);
  return headers;
}

const madeUp = {
  accept: "text/html",
  forwarded: "for=6.6.6.6",
  "x-real-ip": "6.6.6.6",
  "x-forwarded-port": "1",
  "x-forwarded-host": "evil.example",
  "x-forwarded-proto": "https",
  "x-forwarded-for": "6.6.6.6",
  "x-peerbalance-client-address": "6.6.6.6",
};

it("believes nothing of where a request comes from but the connection", () => {
  expect(believed(madeUp, 0)).toEqual({
    accept: "text/html",
    "x-forwarded-for": "10.0.0.2",
    "x-peerbalance-client-address": "10.0.0.2",
  });
});

it("believes of a proxy of ours the address, the host and the protocol", () => {
  expect(believed({ ...madeUp, "x-forwarded-for": "6.6.6.6, 203.0.113.7" }, 1)).toEqual({
    accept: "text/html",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
    "x-forwarded-for": "203.0.113.7",
    "x-peerbalance-client-address": "203.0.113.7",
  });
});
