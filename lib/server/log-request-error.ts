import "server-only";
import { isDatabaseAway, noteDatabaseAway } from "@/lib/server/database-away";
import { logger } from "@/lib/server/logger";

/** Left by scripts/console-to-log.mjs: what is in the log already. */
const left = globalThis as typeof globalThis & { peerbalanceLoggedErrors?: WeakSet<object> };

/** Whether this is the first line about an error; it counts as logged from now on. */
export function isNewError(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return true;
  if (left.peerbalanceLoggedErrors?.has(error)) return false;
  left.peerbalanceLoggedErrors?.add(error);
  return true;
}

/** Writes the one line about an error that a page ended in, under the request's id and the pattern of its path. */
export function logRequestError(error: unknown, requestId: unknown, route: string): void {
  const id = typeof requestId === "string" ? requestId : "";
  const isNew = isNewError(error);
  if (isDatabaseAway(error)) noteDatabaseAway(id, error);
  else if (isNew) logger.error({ requestId: id, route, err: error }, "a page failed");
}
