import type { IncomingMessage, ServerResponse } from "node:http";
import sirv from "sirv";

/** A year, in seconds: a file that changes gets another name. */
const maxAge = 31_536_000;

/**
 * Answers for the files of the pages, as scripts/support/static-files.mjs lays them out: compressed beforehand, and without
 * a look at the disk for what there is. Next.js compresses a file anew for each request, which took the server longer
 * than most pages.
 *
 * @param folder absolute path of what may be served, read once
 * @returns a function that says whether it has answered
 */
export function staticFiles(folder: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const serve = sirv(folder, { etag: true, maxAge, immutable: true, brotli: true, gzip: true, extensions: [] });

  return (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") return false;
    // A part of a file that is compressed is of no use, and a server may send the whole (RFC 9110, 14.2).
    delete request.headers.range;
    let isServed = true;
    serve(request, response, () => {
      isServed = false;
    });
    return isServed;
  };
}
