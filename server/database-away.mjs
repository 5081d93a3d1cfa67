import { createHash } from "node:crypto";

/**
 * A request that could not be served because the database is away is answered with 503 and Retry-After, whatever Next.js would make of
 * it; a page in words that need no script. lib/server/runtime/database-away.ts says which requests those are.
 */
const away = new Set();

export function noteDatabaseAway() {
  (globalThis.peerbalance ??= {}).databaseAway = away;
}

const style = `
:root { color-scheme: light dark; --paper: #fbfaf7; --ink: #16191d; --ink-secondary: #4e545b; --accent: #433e9e; --accent-ink: #fff }
@media (prefers-color-scheme: dark) {
  :root { --paper: #14171a; --ink: #eceae4; --ink-secondary: #a9afb6; --accent: #b5b2ff; --accent-ink: #14171a }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 Inter, system-ui, sans-serif }
main { max-width: 25rem; margin: 0 auto; padding: 4rem 1rem 6rem }
h1 { margin: 0 0 1.5rem; font-size: 1.75rem; font-weight: 600; line-height: 1.2; letter-spacing: -0.015em }
p { margin: 0 0 1.5rem }
a { display: inline-block; padding: 0.5rem 1.125rem; border-radius: 0.25rem; background: var(--accent); color: var(--accent-ink);
  font-weight: 600; text-decoration: none }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
small { color: var(--ink-secondary); font-size: 0.875rem }
@media (max-width: 48em) { main { padding-top: 2rem } }`;
const styleHash = createHash("sha256").update(style).digest("base64");

const page = (requestId) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>The database cannot be reached · Peerbalance</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>The database cannot be reached</h1>
<p>Peerbalance itself runs, but its database does not answer just now. Nothing that was saved is lost, and pages that are still open keep
what was typed and save it once there is an answer.</p>
<p><a href="">Try again</a></p>
<p><small>If it stays so, tell the people who run this site, with the number ${requestId}.</small></p>
</main>
</body>
</html>
`;

/**
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {string} requestId
 */
export function answerDatabaseAway(request, response, requestId) {
  response.on("close", () => away.delete(requestId));
  const isPage = (request.headers.accept ?? "").includes("text/html") && request.headers.rsc === undefined;
  const original = { writeHead: response.writeHead, write: response.write, end: response.end };
  let isReplaced = false;

  response.writeHead = (status, ...rest) => {
    if (!away.has(requestId) || (status !== 500 && status !== 401) || isReplaced) {
      return original.writeHead.call(response, status, ...rest);
    }
    response.setHeader("retry-after", "5");
    response.setHeader("cache-control", "private, no-store");
    if (status === 401 || !isPage) return original.writeHead.call(response, 503, ...rest);
    isReplaced = true;
    for (const name of ["content-length", "etag", "link", "content-encoding", "transfer-encoding"]) {
      response.removeHeader(name);
    }
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader(
      "content-security-policy",
      `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
    );
    original.writeHead.call(response, 503);
    original.end.call(response, request.method === "HEAD" ? undefined : page(requestId));
    return response;
  };
  // What Next.js goes on to write is of the page that is not sent.
  response.write = (...args) => {
    if (!response.headersSent) response.writeHead(response.statusCode);
    if (!isReplaced) return original.write.apply(response, args);
    args.findLast((one) => typeof one === "function")?.();
    return true;
  };
  response.end = (...args) => {
    if (!response.headersSent && away.has(requestId)) response.writeHead(response.statusCode);
    if (!isReplaced) return original.end.apply(response, args);
    args.findLast((one) => typeof one === "function")?.();
    return response;
  };
}
