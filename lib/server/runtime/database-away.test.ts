import { describe, expect, it } from "vitest";
import { isDatabaseAway } from "./database-away";

const failed = (message: string, more: object = {}) => Object.assign(new Error(message), more);

describe("whether an error says that the database is away", () => {
  // The first five as a server wrote them whose PostgreSQL was stopped; the others by the codes that PostgreSQL, Node and Prisma document.
  it.each<[string, unknown]>([
    ["pg cannot connect", failed("connect ECONNREFUSED 127.0.0.1:5432", { code: "ECONNREFUSED" })],
    [
      "Prisma's raw query cannot",
      failed("Raw query failed. Code: `N/A`. Message: `Can't reach database server at 127.0.0.1:5432`", {
        code: "P2010",
      }),
    ],
    ["the server is told to stop", failed("terminating connection", { code: "57P01", severity: "FATAL" })],
    ["the connection broke", failed("Connection terminated unexpectedly")],
    ["the pool waits in vain", failed("timeout exceeded when trying to connect")],
    [
      "the adapter's own word",
      failed("x", { meta: { driverAdapterError: { cause: { kind: "DatabaseNotReachable" } } } }),
    ],
    ["the adapter's code", failed("x", { meta: { driverAdapterError: { cause: { originalCode: "57P03" } } } })],
    ["both addresses of a host", new AggregateError([failed("a", { code: "ECONNREFUSED" })])],
    ["a cause", failed("fetching", { cause: failed("b", { code: "ETIMEDOUT" }) })],
    ["PgBouncer", failed("server conn crashed?", { code: "08P01" })],
    ["no connection is free", failed("too many clients", { code: "53300" })],
    ["no transaction can begin", failed("Transaction API error: Unable to start a transaction in the given time.")],
    ["a replica took over", failed("cannot execute UPDATE in a read-only transaction", { code: "25006" })],
  ])("yes: %s", (_name, error) => expect(isDatabaseAway(error)).toBe(true));

  it.each<[string, unknown]>([
    ["a fault of ours", new TypeError("x is not a function")],
    ["a refusal of row-level security", failed("new row violates", { code: "42501" })],
    ["a value twice", failed("duplicate key", { code: "23505" })],
    ["slow work in a transaction", failed("Transaction already closed", { code: "P2028" })],
    ["text", "ECONNREFUSED"],
    ["nothing", null],
  ])("no: %s", (_name, error) => expect(isDatabaseAway(error)).toBe(false));

  it("ends with errors that cause each other", () => {
    const one = failed("one");
    one.cause = failed("other", { cause: one });
    expect(isDatabaseAway(one)).toBe(false);
  });
});
