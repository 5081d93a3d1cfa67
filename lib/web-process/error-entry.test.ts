import { pino } from "pino";
import { beforeEach, expect, it } from "vitest";
import { errorEntry, logSerializers } from "./error-entry";

const lines: string[] = [];
const log = pino({ base: null, serializers: logSerializers }, { write: (line) => lines.push(line) });
beforeEach(() => {
  lines.length = 0;
});

/** As pg gives it to a pool whose connection was terminated. */
function lostConnection() {
  const client = {
    secretKey: 1_234_567_890,
    password: "the role's password",
    _activeQuery: { text: "select name from users where id = $1", values: ["1c0f6b9e-0000-4000-8000-000000000000"] },
    connection: { parsedStatements: { pb_1: "select token_hash from sessions" } },
  };
  return Object.assign(new Error("terminating connection due to administrator command"), {
    ...{ code: "57P01", severity: "FATAL", routine: "ProcessInterrupts", length: 116, client },
    detail: "Key (email)=(ada@example.org) already exists.",
    internalQuery: "select secret from second_factors",
  });
}

it("lets neither statements nor keys of a lost connection into the log", () => {
  const error = lostConnection();
  log.warn({ err: error }, "a connection to the database was lost");
  log.error({ err: new Error("it failed", { cause: error }) }, "a page failed");
  log.error({ err: new AggregateError([error, error]) }, "all of it failed");
  log.error(error);
  expect(lines.length).toBe(4);
  for (const line of lines) {
    expect(line).toContain("terminating connection due to administrator command");
    expect(line).not.toMatch(/select|secret|1234567890|password|1c0f6b9e|ada@example|pb_1/i);
    expect(line.length).toBeLessThan(6_000);
  }
});

it("says type, message, stack, codes and cause", () => {
  const cause = Object.assign(new TypeError("inner"), { code: "ECONNREFUSED", errno: -111, syscall: "connect" });
  const entry = errorEntry(Object.assign(new RangeError("outer", { cause }), { digest: "123", meta: { values: [1] } }));
  expect(entry).toEqual({
    type: "RangeError",
    message: "outer",
    stack: expect.stringMatching(/^RangeError: outer\n {4}at /),
    digest: "123",
    cause: {
      type: "TypeError",
      message: "inner",
      stack: expect.stringMatching(/^TypeError: inner\n {4}at /),
      ...{ code: "ECONNREFUSED", errno: -111, syscall: "connect" },
    },
  });
});

it("cuts what is long, and ends where causes go round", () => {
  const error = new Error("x".repeat(100_000));
  error.cause = error;
  expect(JSON.stringify(errorEntry(error)).length).toBeLessThan(45_000);
});

it.each([
  ["words", { type: "string", message: "words" }],
  [null, { type: "object", message: "null" }],
  [undefined, { type: "undefined", message: "undefined" }],
  [
    { message: "550 5.1.1", response: "ada@example.org" },
    { type: "Object", message: "550 5.1.1" },
  ],
  [{ code: { toString: () => "select" } }, { type: "Object", message: "" }],
])("takes what is no error as it is: %j", (thrown, entry) => {
  expect(errorEntry(thrown)).toEqual(entry);
});
