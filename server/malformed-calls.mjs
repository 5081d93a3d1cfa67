/**
 * A call of an action that Next.js cannot read fails inside it, before anything of ours runs, and would be answered as a fault of the
 * server. It is the caller's: 400. lib/server/http/action.ts says which calls were read, and which hold what no page of ours sends.
 */
const readCalls = new Set();
const malformedCalls = new Set();

export function noteReadCalls() {
  (globalThis.peerbalance ??= {}).readCalls = readCalls;
  (globalThis.peerbalance ??= {}).malformedCalls = malformedCalls;
}

const words = "This call cannot be read, so nothing was done. Reload the page and try again.\n";

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {string} requestId
 */
export function answerMalformedCalls(request, response, requestId) {
  if (request.method !== "POST" || request.headers["next-action"] === undefined) return;
  response.on("close", () => {
    readCalls.delete(requestId);
    malformedCalls.delete(requestId);
  });
  const isUnread = (status) => status === 500 && !readCalls.has(requestId);
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status, ...rest) =>
    writeHead(isUnread(status) || malformedCalls.has(requestId) ? 400 : status, ...rest);
  const end = response.end.bind(response);
  response.end = (...given) => {
    // Next.js would say that the fault is the server's.
    if (response.headersSent || !isUnread(response.statusCode)) return end(...given);
    response.statusCode = 400;
    response.removeHeader("content-length");
    // Without a charset: the page shows the words of nothing else.
    response.setHeader("content-type", "text/plain");
    const done = given.find((each) => typeof each === "function");
    return done ? end(words, done) : end(words);
  };
}
