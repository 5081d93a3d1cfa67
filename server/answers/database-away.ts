import type { IncomingMessage, ServerResponse } from "node:http";
import { databaseRetrySeconds } from "@/lib/web-process/database-retry";
import { sharedState } from "@/lib/web-process/shared-state";
import { databaseAwayPage, databaseAwayPolicy } from "./database-away-page";
import { callbackOf, methodsOf } from "./response-methods";

const away = new Set<string>();

/** Lets lib/server/runtime/database-away.ts say which requests could not be served because the database is away. */
export function noteDatabaseAway(): void {
  sharedState.databaseAway = away;
}

/** Has such a request answered with 503 and Retry-After, whatever Next.js would make of it; a page in words that need no script. */
export function answerDatabaseAway(request: IncomingMessage, response: ServerResponse, requestId: string): void {
  response.on("close", () => away.delete(requestId));
  const isPage = (request.headers.accept ?? "").includes("text/html") && request.headers.rsc === undefined;
  const { writeHead, write, end } = methodsOf(response);
  let isReplaced = false;

  function replace(): void {
    isReplaced = true;
    for (const name of ["content-length", "etag", "link", "content-encoding", "transfer-encoding"]) {
      response.removeHeader(name);
    }
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-security-policy", databaseAwayPolicy);
    writeHead(503);
    end(request.method === "HEAD" ? undefined : databaseAwayPage(requestId));
  }

  response.writeHead = (status: number, ...rest: unknown[]) => {
    if (!away.has(requestId) || (status !== 500 && status !== 401) || isReplaced) return writeHead(status, ...rest);
    response.setHeader("retry-after", String(databaseRetrySeconds));
    response.setHeader("cache-control", "private, no-store");
    if (status === 401 || !isPage) return writeHead(503, ...rest);
    replace();
    return response;
  };
  // What Next.js goes on to write is of the page that is not sent.
  response.write = (...args: unknown[]) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    if (!isReplaced) return write(...args);
    callbackOf(args)?.();
    return true;
  };
  response.end = (...args: unknown[]) => {
    if (!response.headersSent && away.has(requestId)) response.writeHead(response.statusCode);
    if (!isReplaced) return end(...args);
    callbackOf(args)?.();
    return response;
  };
}
