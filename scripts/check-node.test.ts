import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";

const read = (name: string) => readFileSync(path.join(import.meta.dirname, "..", name), "utf8");

describe("the versions of Node that are tried", () => {
  it("are the same in package.json, its lock file, the check at the start, the README, CI and test:nodes", () => {
    const engines = "^20.19.0 || ^22.12.0 || >=24.0.0";
    expect(JSON.parse(read("package.json")).engines.node).toBe(engines);
    expect(JSON.parse(read("package-lock.json")).packages[""].engines.node).toBe(engines);
    expect(read("scripts/check-node.mjs")).toContain("Peerbalance needs Node 20.19, 22.12 or 24 and later");
    expect(read("README.md").replaceAll(/\s+/g, " ")).toContain("It is tried on 20.19, 22, 24 and 26");
    for (const name of [".github/workflows/test.yml", "scripts/testing/test-nodes.mjs"]) {
      expect(read(name)).toContain('["20.19", "22", "24", "26"]');
    }
  });
});
