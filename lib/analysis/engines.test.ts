import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensureCommands } from "@/scripts/testing/ensure-command.mjs";
import { sha256 } from "@/test/engines/sha-256";

const run = promisify(execFile);

/** The shells by the engine that each has; where one is not installed and cannot be (docs/architecture.md), its part is left out. */
const shells = { JavaScriptCore: "jsc", SpiderMonkey: "js102" } as const;

/** Shells have no TextEncoder; the texts of draws are ASCII. */
const banner = `if (typeof TextEncoder === "undefined") globalThis.TextEncoder = class {
  encode(text) { return Uint8Array.from(text, (letter) => letter.charCodeAt(0)); }
};`;

const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";

describe("every engine", { timeout: 120_000 }, () => {
  let folder: string;
  let byV8: string;
  /** What each shell prints; null where it is not installed. */
  let printed: ReadonlyMap<string, string | null>;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "peerbalance-engines-"));
    const script = path.join(folder, "figures.js");
    const entry = fileURLToPath(new URL("../../test/engines/figures.ts", import.meta.url));
    const built = await build({
      ...{ entryPoints: [entry], bundle: true, format: "iife", target: "es2022", write: false },
      banner: { js: banner },
    });
    await writeFile(script, built.outputFiles[0]?.contents as Uint8Array);
    await ensureCommands(Object.values(shells));
    const outputOf = async (shell: string) => {
      try {
        return (await run(shell, [script])).stdout;
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    };
    const commands = [process.execPath, ...Object.values(shells)];
    const outputs = await Promise.all(commands.map(outputOf));
    byV8 = outputs[0] as string;
    printed = new Map(commands.map((command, i) => [command, outputs[i] as string | null]));
  }, 300_000);

  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("V8 has figures of all templates, of rows of every kind, and of trials of three", () => {
    expect(byV8.trim().split("\n").length).toBe(16);
    expect(byV8).toMatch(/ in 1000 trials [0-9a-f]{64}\n$/);
    // FIPS 180-4, appendix B.1.
    const abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    expect(sha256(new TextEncoder().encode("abc"))).toBe(abc);
  });

  it.each(Object.entries(shells))("%s (%s) has the same, to the last digit", (engine, shell) => {
    const output = printed.get(shell);
    if (output === null) console.warn(`${engine} is left out: its shell ${shell} is not installed.`);
    else expect(output).toBe(byV8);
  });
});
