import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { whyItStopped } from "../database/embedded.mjs";
import { prepareDataFolder } from "../starting/data-folder.mjs";
import { heapArguments, heapLimit, newSpaceLimit } from "../starting/heap-limit.mjs";
import { whyEnded } from "../starting/web-process.mjs";
import { explain } from "./explain.mjs";
import { troubleOf } from "./run-quietly.mjs";
import { installationSecrets } from "./secrets.mjs";

const folder = mkdtempSync(path.join(tmpdir(), "peerbalance-explain-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const thrownBy = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    return explain(error);
  }
  throw new Error("nothing was thrown");
};
const failed = (code: string, more: object = {}) => Object.assign(new Error(`${code}: it failed`), { code, ...more });

describe("what went wrong is one line that says what, which and what to do", () => {
  it.each<[string, unknown, string]>([
    ["a full disk", failed("ENOSPC", { path: "/var/x", syscall: "write" }), "The disk that holds /var/x is full."],
    ["a used-up quota", failed("EDQUOT", { path: "/var/x" }), "The disk that holds /var/x is full."],
    ["a disk that can only be read", failed("EROFS", { path: "/var/x" }), "/var/x is on a disk that can only be read."],
    ["missing rights", failed("EACCES", { path: "/var/x" }), "/var/x is closed to this user"],
    ["a missing file", failed("ENOENT", { path: "/var/x" }), "There is no /var/x."],
    ["no /tmp", failed("ENOENT", { path: "/tmp/peerbalance-", syscall: "mkdtemp" }), "folder for temporary files"],
    ["too many open files", failed("EMFILE"), "Too many files are open."],
    ["no memory", failed("ENOMEM", { syscall: "spawn" }), "There is not enough memory."],
    ["a missing program", failed("ENOENT", { syscall: "spawn npm", path: "npm" }), "There is no program npm."],
    ["too many processes", failed("EAGAIN", { syscall: "spawn npm", path: "npm" }), "there are too many processes"],
    ["a missing package", failed("ERR_MODULE_NOT_FOUND"), "A package is missing or damaged"],
    ["a full disk of the database", failed("53100", { severity: "ERROR" }), "The disk of the database is full."],
    ["a replica", failed("25006", { severity: "ERROR" }), "The database can only be read"],
    ["a database that starts", failed("57P03", { severity: "FATAL" }), "The database is just starting or stopping."],
    ["a database that is gone", new AggregateError([failed("ECONNREFUSED")]), "nothing listens there"],
    ["a broken connection", new Error("Connection terminated unexpectedly"), "The connection to the database broke."],
    ["another refusal", failed("XX001", { severity: "ERROR" }), "The database refuses it: XX001: it failed (XX001)."],
    ["what nobody foresaw", new Error("odd\n    at x (y.js:1:1)\n  and more"), "went wrong: odd and more. If it stays"],
    ["no error at all", undefined, "Something unforeseen went wrong: undefined."],
  ])("%s", (_name, error, words) => {
    const line = explain(error);
    expect(line).toContain(words);
    expect(line).not.toMatch(/\n|^\s+at /);
  });

  it("a folder that is a file, or lies below one", () => {
    const file = path.join(folder, "file");
    writeFileSync(file, "");
    for (const name of [file, path.join(file, "below")]) {
      expect(thrownBy(() => prepareDataFolder(name))).toBe(
        `DATA_DIR cannot be used: ${name} is not a folder, or lies below a file. Name a folder, or move the file away.`,
      );
    }
  });

  it("an error that nothing catches, in a process that ends with 1", () => {
    const script = `import { endInWords } from "./scripts/support/explain.mjs"; endInWords(); setTimeout(() => { throw new Error("late"); })`;
    const ended = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
    expect([ended.status, ended.stderr]).toEqual([
      1,
      "Something unforeseen went wrong: late. If it stays, set DEBUG=1 to see where it comes from.\n",
    ]);
  });
});

describe("secrets.json", () => {
  const secretsIn = (name: string, content?: string, hasDatabase = true) => {
    const place = path.join(folder, name);
    prepareDataFolder(place);
    if (hasDatabase) prepareDataFolder(path.join(place, "postgres"));
    if (content !== undefined) writeFileSync(path.join(place, "secrets.json"), content);
    return place;
  };

  it("is made once, where there is no database yet", () => {
    const place = secretsIn("new", undefined, false);
    const made = installationSecrets(place);
    expect(Object.values(made).every((one) => /^[\w-]{43}$/.test(one))).toBe(true);
    expect(installationSecrets(place)).toEqual(made);
  });

  it.each([
    ["lost", undefined, "is gone."],
    ["empty", "", "is damaged."],
    ["torn", '{"superuserPassword": "x", "owner', "is damaged."],
    ["not an object", "[]", "is damaged."],
    ["nothing", "null", "is damaged."],
    ["cut", '{"superuserPassword": "x"}', "is damaged: it lacks ownerPassword, applicationPassword, nextAuthSecret."],
    [
      "of another type",
      '{"superuserPassword": 1, "ownerPassword": "x", "applicationPassword": "x", "nextAuthSecret": "x"}',
      "is damaged: it lacks superuserPassword.",
    ],
  ])("beside a database, %s: none is made", (name, content, words) => {
    const place = secretsIn(`secrets ${name}`, content);
    expect(thrownBy(() => installationSecrets(place))).toContain(`${place}/secrets.json ${words} Put it back`);
    const left = execFileSync("ls", [place], { encoding: "utf8" });
    expect(left).toBe(content === undefined ? "postgres\n" : "postgres\nsecrets.json\n");
  });
});

describe("why a program ended", () => {
  it.each<[string, number | string, string, string]>([
    [
      "a full disk",
      1,
      "Error: ENOSPC: no space left on device, write\n    at x",
      "X failed. The disk that holds /p is full.",
    ],
    [
      "no memory",
      134,
      "FATAL ERROR: Reached heap limit JavaScript heap out of memory",
      "There is not enough memory for it.",
    ],
    ["rights", 1, "EACCES: permission denied, mkdir '/p/.next'", "A file below /p may not be written (EACCES"],
    ["no network", 1, "npm error code ENOTFOUND\nnpm error network", "A server could not be reached (ENOTFOUND)."],
    [
      "a lock file that does not fit",
      1,
      "npm error code EUSAGE",
      "npm says EUSAGE. package.json and package-lock.json",
    ],
    ["a kill", "SIGKILL", "", "X was ended by SIGKILL, as the system does where memory runs out."],
  ])("%s", (_name, ended, output, words) => {
    const { message } = troubleOf("X", ended, output, "/p");
    expect(message).toContain(words);
    expect(message).not.toContain("\n");
  });

  it("its own words, without stacks, where the reason lies in it", () => {
    const { message } = troubleOf("X", 1, "./app/page.tsx:3\nExpected ';'\n    at parse (x.js:1)\n", "/p");
    expect(message).toBe("X failed (exit code 1). It printed:\n./app/page.tsx:3\nExpected ';'");
  });

  it("the web process", () => {
    const why = (exitCode: number | null, signalCode: string | null, lastWords = "") =>
      whyEnded({ exitCode, signalCode }, lastWords);
    expect(why(null, "SIGKILL")).toContain("it was killed (SIGKILL), by hand or by the system because memory ran out");
    expect(why(null, "SIGABRT", "FATAL ERROR: Reached heap limit")).toContain("set NODE_OPTIONS=--max-old-space-size=");
    expect(why(1, null, "ENOSPC: no space left on device, write")).toContain("the disk is full");
    expect(why(7, null)).toContain("it ended with exit code 7");
  });

  it("PostgreSQL", () => {
    const dataDir = path.join(folder, "stopped");
    writeFileSync(`${dataDir}.log`, 'PANIC:  could not write to file "pg_wal/xlogtemp.9": No space left on device\n');
    expect(whyItStopped(dataDir)).toContain(`The disk that holds ${folder} is full.`);
    writeFileSync(`${dataDir}.log`, "LOG:  database system is ready to accept connections\n");
    expect(whyItStopped(dataDir)).toContain("it crashed or was killed");
  });
});

describe("the heap's limit", () => {
  it("is four tenths of the memory, from 256 to 4096 MB", () => {
    // By hand: 0.4 × 1,024 = 409.6; 0.4 × 2,048 = 819.2; 0.4 × 512 = 204.8, below the least; 0.4 × 65,536 is above the most.
    const limits = [512, 1_024, 2_048, 65_536].map((megabytes) => heapLimit(megabytes * 1024 * 1024));
    expect(limits).toEqual([256, 409, 819, 4_096]);
  });

  it("is left to NODE_OPTIONS where that sets one, and reaches the process otherwise", () => {
    expect(heapArguments("--no-warnings --max-old-space-size=700")).toEqual([]);
    expect(heapArguments("--max_old_space_size=700")).toEqual([]);
    expect(heapArguments("--max-semi-space-size=8")).toEqual([`--max-old-space-size=${heapLimit()}`]);
    const script = "console.log(require('v8').getHeapStatistics().heap_size_limit / 1024 / 1024)";
    const limit = Number(execFileSync(process.execPath, [...heapArguments(""), "-e", script], { encoding: "utf8" }));
    // V8 adds its young generation on top: two halves, and as much again while it is gone through.
    expect(limit).toBe(heapLimit() + 3 * newSpaceLimit());
  });

  it("leaves a sixty-fourth of it to each half of what is new, from Node's own 16 MB to 64", () => {
    // By hand: 819 / 64 = 12.8, below the least; 2,048 / 64 = 32; 4,096 / 64 = 64.
    expect([256, 819, 2_048, 4_096].map(newSpaceLimit)).toEqual([16, 16, 32, 64]);
  });
});
