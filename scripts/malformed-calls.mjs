/**
 * A call of an action that Next.js cannot read fails inside it, before anything of ours runs, and would be answered as a fault of the
 * server. It is the caller's: 400. lib/server/action.ts says which calls were read.
 */
const readCalls = new Set();

export function noteReadCalls() {
  globalThis.peerbalanceReadCalls = readCalls;
}

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {string} requestId
 */
export function answerMalformedCalls(request, response, requestId) {
  if (request.method !== "POST" || request.headers["next-action"] === undefined) return;
  response.on("close", () => readCalls.delete(requestId));
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status, ...rest) =>
    writeHead(status === 500 && !readCalls.has(requestId) ? 400 : status, ...rest);
}
