import "server-only";
import { logger } from "@/lib/server/runtime/logger";
import { sharedState } from "@/lib/web-process/shared-state";

export const databaseAwayMessage =
  "The database cannot be reached just now. Nothing that was saved is lost. Wait a moment, then try again.";

/** Said by forms, which still hold what was typed. */
export const databaseAwayRefusal =
  "The database cannot be reached just now. What you typed is still here. Wait a moment, then try again.";

/** Said behind "Not saved yet: ". */
export const databaseAwaySave = "the database cannot be reached just now. It is tried again; keep this page open.";

const network = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EPIPE",
  "ETIMEDOUT",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EHOSTDOWN",
]);
/** PostgreSQL's classes for a connection that broke (08) and for means that ran out (53), and the codes of a server that stops, crashed or starts. */
const sqlState = /^(08...|53...|57P0[1-5]|25006)$/;
/** Prisma's: cannot be reached, took too long, closed the connection, no connection free in time. */
const prismaCodes = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2037"]);
const prismaKinds = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout", "TooManyConnections"]);
const words =
  /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Unable to start a transaction in the given time|Query read timeout|Can't reach database server/i;

/** Whether an error says that the database is away, starting, stopping or out of means: later, the same would work. */
export function isDatabaseAway(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const { code, originalCode, kind, message, cause, meta, errors } = error as Record<string, unknown>;
  for (const each of [code, originalCode]) {
    if (typeof each === "string" && (network.has(each) || sqlState.test(each) || prismaCodes.has(each))) return true;
  }
  if (typeof kind === "string" && prismaKinds.has(kind)) return true;
  if (typeof message === "string" && words.test(message)) return true;
  const inner = [cause, (meta as { driverAdapterError?: unknown } | undefined)?.driverAdapterError];
  if (Array.isArray(errors)) inner.push(...errors);
  return inner.some((each) => isDatabaseAway(each, depth + 1));
}

/** Notes it of a request, so that its answer is 503 with Retry-After, and writes the one line about it. */
export function noteDatabaseAway(requestId: string, error: unknown): void {
  const isKnown = sharedState.databaseAway?.has(requestId);
  sharedState.databaseAway?.add(requestId);
  if (isKnown) return;
  const reason = error instanceof Error ? error.message : String(error);
  logger.warn({ requestId, reason: reason.trim().slice(0, 300) }, "the database could not be reached");
}
