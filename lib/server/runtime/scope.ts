import "server-only";
import { longestConnecting, longestRunning } from "@/lib/server/runtime/database-waits";
import { unsafePrisma } from "@/lib/server/runtime/prisma";
import type { Prisma } from "@/prisma/generated/client";
import type { AuthenticatedUserId, AuthorizedModelId, AuthorizedOrganisationId } from "./ids";

/**
 * In whose name a transaction runs and, optionally, to what it keeps. The person decides what is visible; naming an
 * organisation or a model only takes rows away.
 */
export type Scope =
  | { user: AuthenticatedUserId; organisation?: never; model?: never }
  | { user: AuthenticatedUserId; organisation: AuthorizedOrganisationId; model?: never }
  | { user: AuthenticatedUserId; organisation: AuthorizedOrganisationId; model: AuthorizedModelId };

export type ScopedTransaction = Prisma.TransactionClient;

/**
 * Opens one transaction in a scope and runs the work in it: the only way to a tenant table. Put all queries of a page or
 * an action into one call, and nothing slow: it is given 15 seconds.
 *
 * @param isolationLevel RepeatableRead where several reads must be of one moment; only for work that reads and adds, as a
 *   changed row that another has changed meanwhile throws
 * @throws whatever the work throws; the transaction is then rolled back
 */
export function inScope<Result>(
  scope: Scope,
  work: (tx: ScopedTransaction) => Promise<Result>,
  isolationLevel: "ReadCommitted" | "RepeatableRead" = "ReadCommitted",
): Promise<Result> {
  return unsafePrisma().$transaction(
    async (tx) => {
      await tx.$queryRaw`select set_config('app.user_id', ${scope.user}, true),
                                set_config('app.organisation_id', ${scope.organisation ?? ""}, true),
                                set_config('app.model_id', ${scope.model ?? ""}, true)`;
      return work(tx);
    },
    { maxWait: longestConnecting, timeout: longestRunning, isolationLevel },
  );
}
