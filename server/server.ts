import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import path from "node:path";
import { pino } from "pino";
import { cookieName } from "@/lib/cookie-names";
import { parseWebEnvironment, type WebEnvironment } from "@/lib/environment.mjs";
import { marksCookie } from "@/lib/value/number-marks";
import { logSerializers } from "@/lib/web-process/error-entry";
import { requestIdHeader } from "@/lib/web-process/request-headers";
import { type Reader, sharedState } from "@/lib/web-process/shared-state";
import type { StartMessage } from "@/lib/web-process/start-message";
import { answerSweeps } from "./answer-sweeps";
import { answerHeaders } from "./answers/answer-headers";
import { answerDatabaseAway, noteDatabaseAway } from "./answers/database-away";
import { type AnswerPage, keptPages } from "./answers/kept-pages";
import { answerMalformedCalls, noteReadCalls } from "./answers/malformed-calls";
import { staticFiles } from "./answers/static-files";
import { sendConsoleToLog, sendProcessEventsToLog } from "./log/console-to-log";
import { openLogStream } from "./log/log-stream";
import { routePatterns } from "./log/route-patterns";
import { watchRequests } from "./log/watch-requests";
import { limitBody } from "./requests/body-limit";
import { canonicalAddress } from "./requests/canonical-address";
import { readerMarksOf } from "./requests/reader-marks";
import { admitRequest } from "./requests/request-door";
import { acceptTarget } from "./requests/request-target";
import { trustOwnProxies } from "./requests/trusted-headers";
import { stopOnSignals } from "./stop";

// The web process. A server of our own around Next.js, which would take a client's word for its address, and reads bodies
// of any size into memory. scripts/support/build.mjs bundles it; scripts/starting/web-process.mjs starts it in the project's folder.

const root = process.cwd();
const dev = process.argv.includes("--dev");

const environment = readEnvironment();
// next-auth reads this by itself, and would else assume port 3000.
process.env.NEXTAUTH_URL = environment.APP_URL;

const ownMarksCookie = cookieName(environment.APP_URL, marksCookie);
const log = pino({ base: null, serializers: logSerializers }, openLogStream());
if (!dev) {
  sendConsoleToLog(log);
  sendProcessEventsToLog(log);
}
const watch = watchRequests(routePatterns(path.join(root, "app")), log);
noteReadCalls();
noteDatabaseAway();

/** While one develops, what draws pages changes too. */
const answerPage: AnswerPage = dev
  ? (_request, _response, draw) => draw()
  : keptPages(cookieName(environment.APP_URL, "session"));
const setHeaders = answerHeaders({ appUrl: environment.APP_URL, isDevelopment: dev });
/** The build lays them out beside this file; while one develops Next.js makes them. */
const answerStaticFiles = dev ? () => false : staticFiles(path.join(import.meta.dirname, "static"));

/** How a reader writes numbers, for all that is done for the request: lib/value/number-marks.ts reads it where pages are rendered. */
const readers = new AsyncLocalStorage<Reader>();
sharedState.readers = readers;

const { default: next } = await import("next");
const app = next({ dev, dir: root, hostname: new URL(environment.APP_URL).hostname, port: environment.PORT });
await app.prepare();
const handle = app.getRequestHandler();

const server = createServer(answer);
server.on("checkContinue", answer);
server.on("upgrade", (request, socket, head) => {
  trustOwnProxies(request, environment.TRUSTED_PROXIES);
  app.getUpgradeHandler()(request, socket, head);
});
// Longer than proxies keep a connection, so that the proxy closes first and no request falls between.
server.keepAliveTimeout = 65_000;
server.on("error", ({ code, message }: NodeJS.ErrnoException) => {
  process.stderr.write(`${message}\n`);
  // The process that started this one has words for it.
  tell({ cannotListen: { code, message } }, () => process.exit(1));
});
server.listen({ port: environment.PORT, host: environment.HOST }, () => tell({ ready: true }));
answerSweeps();
stopOnSignals(server);

function readEnvironment(): WebEnvironment {
  try {
    return parseWebEnvironment(process.env);
  } catch (error) {
    // Words for the start, which says them last.
    process.stderr.write(`${(error as Error).message}\n`);
    process.exit(1);
  }
}

/** Tells the process that started this one, where there is one. */
function tell(told: StartMessage, done = () => {}): void {
  if (process.send) process.send(told, done);
  else done();
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const requestId = randomUUID();
  request.headers[requestIdHeader] = requestId;
  watch(request, response, requestId);
  if (sharedState.isStopping) response.setHeader("connection", "close");
  if (!limitBody(request, response) || !admitRequest(request, response) || !acceptTarget(request, response)) return;
  const moved = canonicalAddress(request, environment.APP_URL);
  if (moved) {
    response.writeHead(307, { location: moved, "content-length": 0 }).end();
    return;
  }
  trustOwnProxies(request, environment.TRUSTED_PROXIES);
  setHeaders(request, response, requestId);
  if (answerStaticFiles(request, response)) return;
  answerMalformedCalls(request, response, requestId);
  answerDatabaseAway(request, response, requestId);
  const reader = { marks: readerMarksOf(request, ownMarksCookie) };
  const draw = () => handle(request, response);
  readers.run(reader, answerPage, request, response, draw).catch((error) => {
    console.error(error);
    if (!response.headersSent) response.writeHead(500, { "content-type": "text/plain; charset=utf-8" });
    response.end("Something went wrong on the server. Try again; if it stays, its log says more.\n");
  });
}
