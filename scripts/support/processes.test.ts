import { spawn, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isAlive, waitUntil } from "./processes.mjs";

const stateOf = (pid: number) =>
  readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .slice(0, 1);

// No program of npm's ends its first thread alone.
const canEndItsFirst = process.platform === "linux" && spawnSync("python3", ["--version"]).status === 0;

it.skipIf(!canEndItsFirst)("a process whose first thread has ended lives as long as another", async () => {
  const endFirst =
    "import ctypes, threading, time; threading.Thread(target=time.sleep, args=(60,)).start(); ctypes.CDLL(None).pthread_exit(None)";
  const child = spawn("python3", ["-c", endFirst], { stdio: "ignore" });
  const pid = Number(child.pid);
  try {
    expect(await waitUntil(() => stateOf(pid) === "Z", 30_000)).toBe(true);
    expect(isAlive(pid)).toBe(true);
  } finally {
    child.kill("SIGKILL");
  }
  expect(await waitUntil(() => !isAlive(pid), 30_000)).toBe(true);
});

it("a process that has ended, or was none, does not live", async () => {
  const child = spawn(process.execPath, ["--eval", ""]);
  await new Promise((resolve) => child.once("close", resolve));
  expect([Number(child.pid), 0, -1, Number.NaN].map(isAlive)).toEqual([false, false, false, false]);
  expect(isAlive(process.pid)).toBe(true);
});
