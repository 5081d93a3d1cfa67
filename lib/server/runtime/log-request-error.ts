import "server-only";
import { isDatabaseAway, noteDatabaseAway } from "@/lib/server/runtime/database-away";
import { logger } from "@/lib/server/runtime/logger";
import { isActionCall, requestIdHeader } from "@/lib/web-process/request-headers";
import { sharedState } from "@/lib/web-process/shared-state";

interface FailedRequest {
  method: string;
  headers: NodeJS.Dict<string | string[]>;
}

/** Whether this is the first line about an error; it counts as logged from now on. */
export function isNewError(error: unknown): boolean {
  if (typeof error !== "object" || error === null) return true;
  if (sharedState.loggedErrors?.has(error)) return false;
  sharedState.loggedErrors?.add(error);
  return true;
}

/** Writes the one line about an error that a page ended in, under the request's id and the pattern of its path. */
export function logRequestError(error: unknown, { method, headers }: FailedRequest, route: string): void {
  const requestId = String(headers[requestIdHeader] ?? "");
  const isNew = isNewError(error);
  if (isDatabaseAway(error)) noteDatabaseAway(requestId, error);
  else if (isNew && isUnreadCall(method, headers, requestId)) {
    const reason = error instanceof Error ? error.message : String(error);
    logger.info({ requestId, route, reason: reason.slice(0, 200) }, "a call of an action could not be read");
  } else if (isNew) logger.error({ requestId, route, err: error }, "a page failed");
}

/** The fault of the caller, who is answered 400. */
function isUnreadCall(method: string, headers: FailedRequest["headers"], requestId: string): boolean {
  return isActionCall(method, headers) && !sharedState.readCalls?.has(requestId);
}
