import { expect, it } from "vitest";
import { clientAddress } from "./client-address";

it("is the connection's where no proxy is trusted, whatever the client claims", () => {
  expect(clientAddress("203.0.113.7", "198.51.100.1", 0)).toBe("203.0.113.7");
  expect(clientAddress("::ffff:203.0.113.7", undefined, 0)).toBe("203.0.113.7");
});

it("is what the outermost of our own proxies appended, not what the client put before it", () => {
  expect(clientAddress("10.0.0.2", "6.6.6.6, 203.0.113.7", 1)).toBe("203.0.113.7");
  expect(clientAddress("10.0.0.2", "6.6.6.6, 203.0.113.7, 10.0.0.1", 2)).toBe("203.0.113.7");
  expect(clientAddress("10.0.0.2", "[2001:DB8::1]:443", 1)).toBe("2001:db8::1");
});

it("falls back to the connection where the header is missing, short or no address", () => {
  expect(clientAddress("10.0.0.2", undefined, 1)).toBe("10.0.0.2");
  expect(clientAddress("10.0.0.2", "203.0.113.7", 2)).toBe("10.0.0.2");
  expect(clientAddress("10.0.0.2", "203.0.113.7, <script>", 1)).toBe("10.0.0.2");
  expect(clientAddress(undefined, undefined, 0)).toBe("unknown");
});
