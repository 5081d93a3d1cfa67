import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import { cookieName } from "../lib/cookie-names.mjs";
import { parseWebEnvironment } from "../lib/environment.mjs";
import { limitBody } from "./body-limit.mjs";
import { clientAddress } from "./client-address.mjs";
import { sendConsoleToLog } from "./console-to-log.mjs";
import { answerDatabaseAway, noteDatabaseAway } from "./database-away.mjs";
import { logStream } from "./log-stream.mjs";
import { answerMalformedCalls, noteReadCalls } from "./malformed-calls.mjs";
import { readerMarksOf } from "./reader-marks.mjs";
import { admitRequest } from "./request-door.mjs";
import { acceptTarget } from "./request-target.mjs";
import { watchRequests } from "./watch-requests.mjs";

// The web process. A server of our own around Next.js, which would take a client's word for its address, and reads bodies
// of any size into memory. Started by serve.mjs, and ends when that is gone.

const root = fileURLToPath(new URL("..", import.meta.url));
const dev = process.argv.includes("--dev");
/** Seconds that open requests are given at a stop. */
const grace = 8;
let isStopping = false;

const environment = readEnvironment();
// next-auth reads this by itself, and would else assume port 3000.
process.env.NEXTAUTH_URL = environment.APP_URL;

const marksCookie = cookieName(environment.APP_URL, "numbers");
const log = pino({ base: null }, logStream());
if (!dev) sendConsoleToLog(log);
const watch = watchRequests(root, log);
noteReadCalls();
noteDatabaseAway();

/** How whoever asks writes numbers, for all that is done for the request: lib/value/number-marks.ts reads it where pages are rendered. */
const readers = new AsyncLocalStorage();
(globalThis.peerbalance ??= {}).readers = readers;

const { default: next } = await import("next");
const app = next({ dev, dir: root, hostname: new URL(environment.APP_URL).hostname, port: environment.PORT });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer((request, response) => answer(request, response));
server.on("checkContinue", (request, response) => answer(request, response));
server.on("upgrade", (request, socket, head) => {
  believeOnly(request);
  app.getUpgradeHandler()(request, socket, head);
});
// Longer than proxies keep a connection, so that the proxy closes first and no request falls between.
server.keepAliveTimeout = 65_000;
server.on("error", ({ code, message }) => {
  process.stderr.write(`${message}\n`);
  const end = () => process.exit(1);
  // The process that started this one has words for it.
  if (process.send) process.send({ cannotListen: { code, message } }, end);
  else end();
});
server.listen({ port: environment.PORT, host: environment.HOST }, () => process.send?.({ ready: true }));

function readEnvironment() {
  try {
    return parseWebEnvironment(process.env);
  } catch (error) {
    return endWith(error.message);
  }
}

/** Words for the start, which says them last. */
function endWith(words) {
  process.stderr.write(`${words}\n`);
  process.exit(1);
}

function answer(request, response) {
  const requestId = randomUUID();
  request.headers["x-request-id"] = requestId;
  watch(request, response, requestId);
  if (isStopping) response.setHeader("connection", "close");
  if (!limitBody(request, response) || !admitRequest(request, response) || !acceptTarget(request, response)) return;
  const moved = canonicalAddress(request);
  if (moved) {
    response.writeHead(307, { location: moved, "content-length": 0 }).end();
    return;
  }
  believeOnly(request);
  answerMalformedCalls(request, response, requestId);
  answerDatabaseAway(request, response, requestId);
  const reader = { marks: readerMarksOf(request, marksCookie) };
  readers.run(reader, handle, request, response).catch((error) => {
    console.error(error);
    if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
    response.end("Something went wrong on the server. Try again; if it stays, its log says more.\n");
  });
}

/** Takes away what a client may have made up about where it comes from, and says what is known. */
function believeOnly(request) {
  const { headers } = request;
  const address = clientAddress(
    request.socket.remoteAddress,
    headers["x-forwarded-for"]?.toString(),
    environment.TRUSTED_PROXIES,
  );
  for (const name of ["forwarded", "x-real-ip", "x-forwarded-port"]) delete headers[name];
  if (environment.TRUSTED_PROXIES === 0) {
    for (const name of ["x-forwarded-host", "x-forwarded-proto"]) delete headers[name];
  }
  headers["x-forwarded-for"] = address;
  headers["x-peerbalance-client-address"] = address;
}

/**
 * Cookies and the policy for forms belong to one host. Opened under another name of the same machine (127.0.0.1 for
 * localhost), the pages would load and signing in would do nothing.
 */
function canonicalAddress(request) {
  const url = new URL(environment.APP_URL);
  const loopback = /^(localhost|127\.0\.0\.1|\[::1\])$/;
  const asked = /^(.*?)(:\d+)?$/.exec(request.headers.host ?? "");
  if (!asked || (request.method !== "GET" && request.method !== "HEAD")) return null;
  if (!loopback.test(url.hostname) || !loopback.test(asked[1]) || asked[1] === url.hostname) return null;
  return request.url?.startsWith("/") ? url.origin + request.url : null;
}

function stop() {
  if (isStopping) return;
  isStopping = true;
  // /api/ready says no from now on, so that a proxy sends its requests elsewhere.
  (globalThis.peerbalance ??= {}).isStopping = true;
  // What is on its way already arrives in this moment; closing at once would cut connections that have not said what they want.
  setTimeout(() => {
    server.close(() => process.exit(0));
    // A connection whose last request was answered after that would stay open for the next one.
    setInterval(() => server.closeIdleConnections(), 50).unref();
  }, 300);
  // Open streams have no end of their own.
  setTimeout(() => {
    server.closeAllConnections();
    process.exit(0);
  }, grace * 1000).unref();
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
// The channel closes with the process that started this one, however it ended.
process.on("disconnect", stop);
