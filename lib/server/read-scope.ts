import "server-only";
import pg from "pg";
import { unsafePool, unsafeRead } from "@/lib/server/prisma";
import type { Scope, ScopedTransaction } from "@/lib/server/scope";
import { Prisma } from "@/prisma/generated/client";

/** What reads with statements of its own, in either kind of scope. */
export type ReadTransaction = Pick<ScopedTransaction, "$queryRaw">;

/**
 * Opens a transaction in a scope that only reads, as inScope does, for work that consists of statements of its own: without Prisma between,
 * which takes longer for each statement than PostgreSQL does. Nothing slow in it.
 *
 * @throws whatever the work throws
 */
export async function readInScope<Result>(
  scope: Scope,
  work: (tx: ReadTransaction) => Promise<Result>,
): Promise<Result> {
  const client = await unsafePool().connect();
  // The pool listens while a connection is idle only. What breaks between two statements is told by the next one; without a listener it
  // would end the process.
  client.on("error", ignore);
  try {
    // One message: a value of a setting cannot be a parameter where there are two statements.
    await client.query(
      // Its statements are planned once a connection, and not anew for the first few values.
      `begin read only;
       set local plan_cache_mode = force_generic_plan;
       select set_config('app.user_id', ${pg.escapeLiteral(scope.user)}, true),
              set_config('app.organisation_id', ${pg.escapeLiteral(scope.organisation ?? "")}, true),
              set_config('app.model_id', ${pg.escapeLiteral(scope.model ?? "")}, true)`,
    );
    const $queryRaw = (query: TemplateStringsArray | Prisma.Sql, ...values: unknown[]) =>
      unsafeRead(client, "raw" in query ? Prisma.sql(query, ...values) : query);
    const result = await work({ $queryRaw } as ReadTransaction);
    await client.query("commit");
    giveBack(client);
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

const ignore = () => {};

function giveBack(client: pg.PoolClient): void {
  client.off("error", ignore);
  client.release();
}
