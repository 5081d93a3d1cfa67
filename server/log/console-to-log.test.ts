import { setTimeout as sleep } from "node:timers/promises";
import { pino } from "pino";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { isNewError } from "@/lib/server/runtime/log-request-error";
import { sendConsoleToLog } from "./console-to-log";

const lines: Record<string, unknown>[] = [];

beforeAll(() =>
  sendConsoleToLog(pino({ base: null, level: "debug" }, { write: (line) => lines.push(JSON.parse(line)) })),
);
beforeEach(() => {
  lines.length = 0;
});

/** An error is held back for 100 ms. */
const held = () => sleep(200);

it("makes one line of what libraries print, without its colours and line ends, at its level", () => {
  console.log("\u001b[32m✓\u001b[39m ready on port %d\n", 3000);
  console.warn("careful:\n", { a: 1 });
  console.error("broken");
  console.debug("detail");
  expect(lines.map(({ level, msg }) => [level, msg])).toEqual([
    [30, "✓ ready on port 3000"],
    [40, "careful:\n { a: 1 }"],
    [50, "broken"],
    [20, "detail"],
  ]);
});

it("writes nothing of an empty line", () => {
  console.log("");
  console.log("  \n");
  expect(lines).toEqual([]);
});

it("writes an error with its stack once, however often it is printed", async () => {
  const error = new Error("it failed");
  console.error("while rendering", error);
  console.error(error);
  expect(lines).toEqual([]);
  await held();
  expect(lines).toMatchObject([{ level: 50, msg: "while rendering", err: { message: "it failed" } }]);
});

it("names a further error, without what hangs on it", async () => {
  console.error("failed", new Error("first"), Object.assign(new Error("second"), { client: { text: "select 1" } }));
  await held();
  expect(lines).toMatchObject([{ msg: "failed Error: second", err: { message: "first" } }]);
});

it("writes no error that the log gets meanwhile under its request's id", async () => {
  const error = new Error("it failed");
  console.error(error);
  expect(isNewError(error)).toBe(true);
  await held();
  expect(lines).toEqual([]);
  expect(isNewError(error)).toBe(false);
});

it("takes what is the caller's doing for no fault", async () => {
  console.error("`origin` is missing from a forwarded Server Actions request. Aborting the action.");
  console.error(Object.assign(new Error("aborted"), { code: "ECONNRESET" }));
  await held();
  expect(lines.map(({ level }) => level)).toEqual([30, 30]);
});
