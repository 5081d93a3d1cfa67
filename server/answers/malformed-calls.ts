import type { IncomingMessage, ServerResponse } from "node:http";
import { isActionCall } from "@/lib/web-process/request-headers";
import { sharedState } from "@/lib/web-process/shared-state";
import { callbackOf, methodsOf } from "./response-methods";

const readCalls = new Set<string>();
const malformedCalls = new Set<string>();

/** Lets lib/server/http/action.ts say which calls of actions were read, and which hold what no page of ours sends. */
export function noteReadCalls(): void {
  sharedState.readCalls = readCalls;
  sharedState.malformedCalls = malformedCalls;
}

const words = "This call cannot be read, so nothing was done. Reload the page and try again.\n";

/**
 * A call of an action that Next.js cannot read fails inside it, before anything of ours runs, and would be answered as a fault of the
 * server. It is the caller's: 400.
 */
export function answerMalformedCalls(request: IncomingMessage, response: ServerResponse, requestId: string): void {
  if (!isActionCall(request.method, request.headers)) return;
  response.on("close", () => {
    readCalls.delete(requestId);
    malformedCalls.delete(requestId);
  });
  const isUnread = (status: number) => status === 500 && !readCalls.has(requestId);
  const { writeHead, end } = methodsOf(response);
  response.writeHead = (status: number, ...rest: unknown[]) =>
    writeHead(isUnread(status) || malformedCalls.has(requestId) ? 400 : status, ...rest);
  response.end = (...args: unknown[]) => {
    // Next.js would say that the fault is the server's.
    if (response.headersSent || !isUnread(response.statusCode)) return end(...args);
    response.statusCode = 400;
    response.removeHeader("content-length");
    // Without a charset: the page shows the words of nothing else.
    response.setHeader("content-type", "text/plain");
    const done = callbackOf(args);
    return done ? end(words, done) : end(words);
  };
}
