import { expect, it } from "vitest";
import { statementNames } from "./statement-names";

it("names what comes again alike, each text by its own, and neither transactions nor more texts than it remembers", () => {
  const nameOf = statementNames();
  const first = nameOf({ sql: "select 1" });
  // PostgreSQL cuts names at 63 bytes.
  expect(first).toMatch(/^pb_[\w-]{24}$/);
  expect(nameOf({ sql: "select 1" })).toBe(first);
  expect(nameOf({ sql: "select 2" })).not.toBe(first);
  expect(nameOf({ sql: "BEGIN" })).toBe("");
  expect(nameOf({ sql: "COMMIT" })).toBe("");
  for (let n = 0; n < 300; n++) nameOf({ sql: `select ${n}` });
  expect(nameOf({ sql: "select 299" })).toBe("");
  expect(nameOf({ sql: "select 1" })).toBe(first);
});
