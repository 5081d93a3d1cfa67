import type { IncomingMessage, ServerResponse } from "node:http";

interface Target {
  path: string;
  /** Where the target names one, in place of the Host header. */
  host: string | null;
}

/**
 * A request's target as the path that the rest of the server reads. RFC 9112, 3.2.2 has a server take a whole address there too, and its
 * host in place of the Host header. What names another host once it is resolved ("//host", "/\host", "/.//host") becomes a path of ours
 * first: a redirect that is made of it, as of a slash too many at its end, would lead there.
 *
 * @returns null where it is no address of a page ("*", "host:443", another scheme)
 */
export function readTarget(target: string): Target | null {
  if (target.startsWith("/")) {
    return { path: leadsElsewhere(target) ? pathOf(new URL(`http://own.invalid${target}`)) : target, host: null };
  }
  if (!/^https?:\/\//i.test(target) || !URL.canParse(target)) return null;
  const url = new URL(target);
  return { path: pathOf(url), host: url.host };
}

/** Whether more stands at the front than a slash and a name, or may come to stand there as dots are taken out. */
function leadsElsewhere(path: string): boolean {
  return /^\/[/\\]/.test(path) || /[\\\t\n\r]/.test(path) || /\/(\.|%2e){1,2}([/\\?#]|$)/i.test(path);
}

function pathOf({ pathname, search }: URL): string {
  return pathname.replace(/^\/+/, "/") + search;
}

/**
 * Writes the path, and the host where the target names one, into the request; refuses what is none.
 *
 * @returns false where the request has been answered
 */
export function acceptTarget(request: IncomingMessage, response: ServerResponse): boolean {
  const read = readTarget(request.url ?? "");
  if (read === null) {
    const words = "This is no address of a page. Ask for a path that begins with a slash.\n";
    response.writeHead(400, { "content-type": "text/plain; charset=utf-8", connection: "close" }).end(words);
    return false;
  }
  request.url = read.path;
  if (read.host !== null) request.headers.host = read.host;
  return true;
}
