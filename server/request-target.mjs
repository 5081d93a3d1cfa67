/**
 * A request's target as the path that the rest of the server reads. RFC 9112, 3.2.2 has a server take a whole address there too, and its
 * host in place of the Host header. What names another host once it is resolved ("//host", "/\host", "/.//host") becomes a path of ours
 * first: a redirect that is made of it, as of a slash too many at its end, would lead there.
 *
 * @param {string} target
 * @returns {{ path: string, host: string | null } | null} null where it is no address of a page ("*", "host:443", another scheme)
 */
export function readTarget(target) {
  if (target.startsWith("/")) {
    return { path: leadsElsewhere(target) ? resolved(target, "http://own.invalid").path : target, host: null };
  }
  return /^https?:\/\//i.test(target) && URL.canParse(target) ? resolved(target) : null;
}

/** Whether more stands at the front than a slash and a name, or may come to stand there as dots are taken out. */
function leadsElsewhere(path) {
  return /^\/[/\\]/.test(path) || /[\\\t\n\r]/.test(path) || /\/(\.|%2e){1,2}([/\\?#]|$)/i.test(path);
}

function resolved(target, base) {
  const url = base === undefined ? new URL(target) : new URL(base + target);
  return { path: url.pathname.replace(/^\/+/, "/") + url.search, host: base === undefined ? url.host : null };
}

/**
 * Writes the path, and the host where the target names one, into the request; refuses what is none.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @returns {boolean} false where the request has been answered
 */
export function acceptTarget(request, response) {
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
