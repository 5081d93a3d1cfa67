import "server-only";
import type { Writable } from "node:stream";
import pg from "pg";
import { unsafePool, unsafeRead } from "@/lib/server/runtime/prisma";
import type { Scope, ScopedTransaction } from "@/lib/server/runtime/scope";
import { Prisma } from "@/prisma/generated/client";

/** What reads with statements of its own, in either kind of scope. */
export type ReadTransaction = Pick<ScopedTransaction, "$queryRaw">;

/**
 * Opens a transaction in a scope that only reads, as inScope does, for work that consists of statements of its own: without Prisma between,
 * which takes longer for each statement than PostgreSQL does. Nothing slow in it.
 *
 * @param byIndex for statements that read an index in order and end once they have enough. The planner, which expects policies to leave a
 *   few rows only, would find and sort all of them
 *
 * @throws whatever the work throws
 */
export async function readInScope<Result>(
  scope: Scope,
  work: (tx: ReadTransaction) => Promise<Result>,
  { byIndex = false }: { byIndex?: boolean } = {},
): Promise<Result> {
  const client = await unsafePool().connect();
  // The pool listens while a connection is idle only. What breaks between two statements is told by the next one; without a listener it
  // would end the process.
  client.on("error", ignore);
  try {
    inOneWrite(client);
    // One message: a value of a setting cannot be a parameter where there are two statements. Not waited for: the connection sends what comes
    // next behind it, and where this fails, that finds no transaction in a scope and sees nothing.
    const begun = client.query(`begin read only; select ${settingsOf(scope, byIndex)}`);
    begun.catch(ignore);
    const $queryRaw = (query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      unsafeRead(client, "raw" in query ? Prisma.sql(query, ...values) : query);
    const result = await work({ $queryRaw } as ReadTransaction);
    await begun;
    // Nothing was written, so nobody needs to wait until it has ended.
    client.query("commit").then(
      () => giveBack(client),
      () => client.release(true),
    );
    return result;
  } catch (error) {
    // A connection that cannot go back is closed, and its scope with it.
    await client.query("rollback").then(
      () => giveBack(client),
      () => client.release(true),
    );
    throw error;
  }
}

/** Calls that set what holds until the transaction ends: one statement for all, as each takes time of its own. */
function settingsOf(scope: Scope, byIndex: boolean): string {
  const settings = {
    "app.user_id": scope.user,
    "app.organisation_id": scope.organisation ?? "",
    "app.model_id": scope.model ?? "",
    // Its statements are planned once a connection, and not anew for the first few values.
    plan_cache_mode: "force_generic_plan",
    ...(byIndex && { enable_sort: "off", enable_bitmapscan: "off", enable_seqscan: "off" }),
  };
  return Object.entries(settings)
    .map(([name, value]) => `set_config('${name}', ${pg.escapeLiteral(value)}, true)`)
    .join(", ");
}

const ignore = () => {};

/** Sends what is asked of the connection before the event loop goes on in one write: each costs as much as a small statement does. */
function inOneWrite(client: pg.PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function giveBack(client: pg.PoolClient): void {
  client.off("error", ignore);
  client.release();
}
