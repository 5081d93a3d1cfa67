import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { cookieName } from "./cookie-names";

// The marks are the first eight digits of what `printf %s URL | sha256sum` prints.
it("names cookies by the installation, with the prefix that its address allows", () => {
  expect(cookieName("http://localhost:3000", "session")).toBe("peerbalance-f1de9e48-session");
  expect(cookieName("http://localhost:3001", "session")).toBe("peerbalance-28e9af66-session");
  expect(cookieName("https://example.org", "session")).toBe("__Host-peerbalance-50d7a905-session");
  expect(cookieName("https://example.org", "link", { isForWholeHost: false })).toBe(
    "__Secure-peerbalance-50d7a905-link",
  );
});

it("names every cookie that is set or read: no source has a name of its own", () => {
  const root = fileURLToPath(new URL("../", import.meta.url));
  const sources = ["app", "lib", "scripts", "server"].flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: "utf8" })
      .filter((file) => /\.(tsx?|mjs)$/.test(file) && !/\.test\.ts$/.test(file))
      .map((file) => `${folder}/${file}`),
  );
  const touching = sources.filter((file) =>
    /\bcookies\(\)|\.cookie\b|document\.cookie|headers\.cookie/.test(readFileSync(root + file, "utf8")),
  );
  expect(touching.length).toBeGreaterThan(5);
  const own =
    /cookies\(\)\)\s*\.(get|set)\(\s*["'`]|jar\.(get|set)\(\s*["'`]|["'`](__Host-|__Secure-)?(next-auth\.|peerbalance-)/;
  expect(touching.filter((file) => own.test(readFileSync(root + file, "utf8")))).toEqual([]);
});
