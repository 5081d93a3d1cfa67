import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const rule = path.join(root, "scripts/lint/same-digits.grit");
const biome = path.join(root, "node_modules/@biomejs/biome/bin/biome");

/** The lines of a file of which the rule complains. */
async function complaintsOf(lines: readonly string[]): Promise<number[]> {
  const folder = await mkdtemp(path.join(tmpdir(), "peerbalance-lint-"));
  try {
    await writeFile(path.join(folder, "biome.json"), JSON.stringify({ plugins: [rule] }));
    await writeFile(path.join(folder, "tried.ts"), `${lines.join("\n")}\n`);
    const output = await new Promise<string>((resolve) =>
      execFile(process.execPath, [biome, "lint", "--only=plugin", "tried.ts"], { cwd: folder }, (_, out, err) =>
        resolve(out + err),
      ),
    );
    return [...output.matchAll(/tried\.ts:(\d+):\d+ plugin/g)].map(([, line]) => Number(line)).sort((a, b) => a - b);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

it("the core's rule finds functions and powers whose digits differ between engines, and no others", async () => {
  const forbidden = [
    "export const a = Math.exp(1);",
    "export const b = Math.PI;",
    'export const c = Math["log"](2);',
    "export const { sin } = Math;",
    "export const d = (x: number) => x ** 3;",
    "export const e = (x: number) => 10 ** x;",
    "export let f = 2;",
    "f **= 3;",
  ];
  const allowed = [
    "export const g = (x: number) => Math.max(Math.abs(x), Math.sqrt(x)) + x ** 2 + 2 ** 53;",
    "f += 2;",
  ];
  expect(await complaintsOf([...forbidden, ...allowed])).toEqual([1, 2, 3, 4, 5, 6, 8]);
}, 60_000);
