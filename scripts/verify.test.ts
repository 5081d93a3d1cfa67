import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { someKey, someRecord } from "@/test/decision";

const root = path.join(import.meta.dirname, "..");
const folder = mkdtempSync(path.join(tmpdir(), "peerbalance-verify-"));

beforeAll(async () => {
  const key = await someKey();
  const record = await someRecord(key);
  writeFileSync(path.join(folder, "record.json"), record);
  writeFileSync(path.join(folder, "forged.json"), record.replace("Cheapest", "Dearest!"));
  writeFileSync(path.join(folder, "keys.json"), JSON.stringify({ keys: [key.published] }));
});
afterAll(() => rmSync(folder, { recursive: true }));

function verify(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/run.mjs", "scripts/verify.ts", ...args], {
    cwd: root,
    env: { ...process.env, INIT_CWD: folder },
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

it("says of a record what it is, and of a forged one what is wrong", () => {
  const right = verify("record.json", "--keys", "keys.json");
  expect(right).toMatchObject({ status: 0, stderr: "" });
  expect(right.stdout).toMatch(
    /^record\.json is as it was written: decision 1 on Patches, approved\.\nSHA-256 [0-9a-f]{64}/,
  );
  const forged = verify("forged.json", "--keys", "keys.json");
  expect(forged).toMatchObject({ status: 1, stdout: "" });
  expect(forged.stderr).toMatch(/^The document was changed after it was frozen/);
}, 60_000);

it("says what it needs", () => {
  expect(verify()).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Name one file/) });
  expect(verify("record.json", "--keys", "none.json").stderr).toMatch(/^The keys at none\.json cannot be read/);
  expect(verify("keys.json").stderr).toMatch(/^The file names no address to ask for keys/);
}, 60_000);
