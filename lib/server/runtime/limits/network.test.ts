import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { networkOf } from "./network";

describe("the network of an address", () => {
  // Worked by hand. 192.0.2.33 is c000:0221 in hexadecimal.
  it.each([
    ["192.0.2.33", "192.0.2.33"],
    ["::ffff:192.0.2.33", "192.0.2.33"],
    ["::FFFF:c000:221", "192.0.2.33"],
    ["0:0:0:0:0:ffff:192.0.2.33", "192.0.2.33"],
    ["64:ff9b::192.0.2.33", "192.0.2.33"],
    ["64:ff9b::c000:221", "192.0.2.33"],
    ["2001:db8:0:7::1", "2001:db8:0:7::/64"],
    ["2001:DB8::7:0:0:0:1", "2001:db8:0:7::/64"],
    ["2001:0db8:0000:0007:ffff:ffff:ffff:ffff", "2001:db8:0:7::/64"],
    ["2001:db8:0:8::1", "2001:db8:0:8::/64"],
    ["::1", "0:0:0:0::/64"],
    ["fe80::1%eth0", "fe80:0:0:0::/64"],
    ["::ffff:0:192.0.2.33", "0:0:0:0::/64"],
    ["unknown", "unknown"],
  ])("%s is %s", (address, network) => {
    expect(networkOf(address)).toBe(network);
  });
});

describe("whatever is limited by address", () => {
  it("asks networkOf for the key: no limit names an address itself", () => {
    const root = fileURLToPath(new URL("../../../../", import.meta.url));
    const sources = ["app", "lib/server"].flatMap((folder) =>
      readdirSync(root + folder, { recursive: true, encoding: "utf8" })
        .filter((file) => /\.tsx?$/.test(file) && !/\.test\.ts$/.test(file))
        .map((file) => readFileSync(`${root}${folder}/${file}`, "utf8")),
    );
    const keys = sources.flatMap((source) =>
      [...source.matchAll(/isWithinLimit\(\s*"[\w-]+",\s*([^{]+?),\s*\{/g)].map(([, key]) => key ?? ""),
    );
    expect(keys.length).toBeGreaterThan(25);
    expect(keys.filter((key) => /\baddress\b/.test(key) && !/networkOf\(/.test(key))).toEqual([]);
    expect(keys).toContain("networkOf(origin.address)");
  });
});
