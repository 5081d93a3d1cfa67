import { AsyncLocalStorage } from "node:async_hooks";
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import Negotiator from "negotiator";
import type { PageReads } from "@/lib/web-process/page-reads";
import { requestIdHeader } from "@/lib/web-process/request-headers";
import { sharedState } from "@/lib/web-process/shared-state";
import { noncePlaces, withNonce } from "./nonce-places";
import { pageKey } from "./page-key";
import { type KeptPage, PageMemory } from "./page-memory";
import { methodsOf } from "./response-methods";

/*
 * A page that follows from its request and from what it reads is drawn once, and given again while the same reads give the same: they are run anew
 * for each request, as the person who asks (docs/decisions/088-pages-that-are-kept.md). So are some answers of the API, which are called pages here too.
 */

/** For how long what a page makes of the time may be late, milliseconds. */
const longestKept = 5 * 60_000;
const mostOfOne = 1_000_000;

/** Says how an answer came about (RFC 9211). */
const statusHeader = "cache-status";

/** Headers that are of one answer alone. */
const ofOneAnswer = new Set([
  statusHeader,
  "connection",
  "content-encoding",
  "content-length",
  "content-security-policy",
  "date",
  "keep-alive",
  "transfer-encoding",
  requestIdHeader,
]);

/**
 * How React and Next.js write that a part of a page has failed, in a page and in what is sent to the browser's React. What is left for
 * the browser to draw has an empty one.
 */
const failure = /data-dgst="[^"]|\{\\?"digest\\?":/;

/** Answers a request, by a page that is kept or by drawing one. */
export type AnswerPage = (
  request: IncomingMessage,
  response: ServerResponse,
  draw: () => Promise<void>,
) => Promise<void>;

/** @param sessionCookie the name of the cookie by which people have signed in */
export function keptPages(sessionCookie: string): AnswerPage {
  const memory = new PageMemory();
  const drawnPages = new AsyncLocalStorage<PageReads>();
  sharedState.drawnPages = drawnPages;

  return async (request, response, draw) => {
    const key = pageKey(request, sessionCookie);
    if (key === null) return draw();
    const kept = memory.find(key);
    if (kept !== null && (await isAsRead(kept)) && (await isWithinLimits(kept))) {
      response.setHeader(statusHeader, "peerbalance; hit");
      return give(kept, request, response);
    }
    memory.forget(key);
    response.setHeader(statusHeader, `peerbalance; fwd=${kept === null ? "miss" : "stale"}`);
    const page: PageReads = { reads: [], uses: [], isKept: false, isSpoilt: false, until: Date.now() + longestKept };
    const bodyOf = collect(response);
    response.once("finish", () => {
      if (response.statusCode !== 200 || !page.isKept || page.isSpoilt) return;
      const drawnFrom = { reads: [...page.reads], uses: [...page.uses], until: page.until };
      keep(bodyOf(), drawnFrom, request, response).then(
        (made) => made && memory.keep(key, made),
        (error) => console.error(error),
      );
    });
    return drawnPages.run(page, draw);
  };
}

/** Whether what the page was drawn from is as it was; where the database does not say so, the page is drawn, and tells why it cannot be. */
async function isAsRead({ reads }: KeptPage): Promise<boolean> {
  return sharedState.isAsRead?.(reads).catch(() => false) ?? false;
}

/** Counts what was counted when the page was drawn; where that is too much, or cannot be told, what draws the page refuses in words. */
async function isWithinLimits({ uses }: KeptPage): Promise<boolean> {
  if (uses.length === 0) return true;
  return sharedState.countAgain?.(uses).catch(() => false) ?? false;
}

/** Listens to what is sent. @returns gives it once all is sent; null where it is too long to be kept */
function collect(response: ServerResponse): () => Buffer | null {
  let pieces: Buffer[] | null = [];
  let size = 0;
  const { write, end } = methodsOf(response);
  const take = ([piece, encoding]: unknown[]) => {
    if (pieces === null || (typeof piece !== "string" && !(piece instanceof Uint8Array))) return;
    const bytes = typeof piece === "string" ? Buffer.from(piece, encoding as BufferEncoding) : Buffer.from(piece);
    size += bytes.length;
    if (size > mostOfOne) pieces = null;
    else pieces.push(bytes);
  };
  response.write = (...args: unknown[]) => {
    take(args);
    return write(...args);
  };
  response.end = (...args: unknown[]) => {
    take(args);
    return end(...args);
  };
  return () => pieces && Buffer.concat(pieces);
}

/** @returns null where the page cannot be kept */
async function keep(
  sent: Buffer | null,
  drawnFrom: Pick<KeptPage, "reads" | "uses" | "until">,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<KeptPage | null> {
  const headers = response.getHeaders();
  const nonce = String(request.headers["x-nonce"]);
  if (sent === null || headers["set-cookie"] !== undefined) return null;
  const whole = await decoded(sent, headers);
  // The id of one request would be shown for another, and a failure again and again.
  if (whole === null || whole.includes(String(request.headers[requestIdHeader]))) return null;
  // What tells it is ASCII: other bytes need not be read as UTF-8, which takes five times as long.
  if (failure.test(whole.toString("latin1"))) return null;
  const body = noncePlaces(whole, nonce);
  if (body === null) return null;
  const given = Object.entries(headers).flatMap(([name, value]) => {
    const places = ofOneAnswer.has(name) ? null : noncePlaces(Buffer.from(String(value)), nonce);
    return places === null ? [] : [[name, places] as const];
  });
  const statements = drawnFrom.reads.flatMap((read) => read.statements);
  const size = whole.length + statements.reduce((sum, { text }) => sum + text.length, 1_000);
  return { ...drawnFrom, headers: given, body, size };
}

async function decoded(sent: Buffer, headers: OutgoingHttpHeaders): Promise<Buffer | null> {
  const encoding = headers["content-encoding"];
  if (encoding === undefined) return sent;
  return encoding === "gzip" ? promisify(gunzip)(sent) : null;
}

async function give({ headers, body }: KeptPage, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const nonce = String(request.headers["x-nonce"]);
  for (const [name, value] of headers) response.setHeader(name, withNonce(value, nonce).toString());
  const whole = withNonce(body, nonce);
  const isZipped = new Negotiator(request).encoding(["gzip", "identity"]) === "gzip";
  const sent = isZipped ? await promisify(gzip)(whole) : whole;
  if (isZipped) response.setHeader("content-encoding", "gzip");
  response.setHeader("content-length", sent.length);
  response.writeHead(200);
  response.end(sent);
}
