import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bundleWebProcess } from "./bundle.mjs";

const root = path.join(import.meta.dirname, "..", "..");
const folder = mkdtempSync(path.join(tmpdir(), "peerbalance-bundle-"));
let code: string;
let sources: string[];

beforeAll(async () => {
  const file = path.join(folder, "server.mjs");
  await bundleWebProcess(root, file);
  code = readFileSync(file, "utf8");
  // esbuild writes above each part which file it comes from.
  sources = [...code.matchAll(/^\/\/ (\S+\.m?ts|\S+\.mjs)$/gm)].map(([, source = ""]) => source);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the bundle of the web process", () => {
  it("is of server/ and of what is pure in lib/, and has no second copy of what the pages have", () => {
    expect(sources).toContain("server/server.ts");
    expect(sources).toContain("lib/web-process/shared-state.ts");
    expect(sources.filter((source) => !/^(server|lib)\//.test(source) || source.startsWith("lib/server/"))).toEqual([]);
  });

  it("leaves packages where they are, all of which an installation has", () => {
    const imported = [...code.matchAll(/^import .* from "([^"]+)";$|\bimport\("([^"]+)"\)/gm)].map(
      ([, whole, later]) => whole ?? later ?? "",
    );
    const packages = [...new Set(imported.filter((name) => !isBuiltin(name)).map((name) => name.split("/")[0]))];
    expect(packages.sort()).toEqual(["negotiator", "next", "pino", "prom-client", "sirv", "zod"]);
    const { dependencies } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    expect(packages.filter((name) => !((name as string) in dependencies))).toEqual([]);
  });
});
