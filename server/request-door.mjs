import stateTree from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";

/**
 * What no page and no route of the site can answer: a method that nothing takes, an address that cannot be decoded, a form that a page
 * of ours did not send. Next.js fails inside at each of them, and would answer as if the fault were the server's.
 */

const pageMethods = ["GET", "HEAD", "POST"];
const apiMethods = [...pageMethods, "PUT", "PATCH", "DELETE", "OPTIONS"];

/**
 * Answers a request that can be answered by nothing behind the door.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @returns {boolean} whether to go on with the request
 */
export function admitRequest(request, response) {
  const refusal = refusalOf(request);
  if (refusal === null) return true;
  const { status, detail, headers = {} } = refusal;
  const isProblem = request.url?.startsWith("/api/v1/") ?? false;
  const body = isProblem
    ? JSON.stringify({ type: "about:blank", title: titles[status], status, detail })
    : `${detail}\n`;
  response.writeHead(status, {
    "content-type": isProblem ? "application/problem+json" : "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "cache-control": "private, no-store",
    "x-content-type-options": "nosniff",
    ...headers,
  });
  response.end(request.method === "HEAD" ? undefined : body);
  return false;
}

const titles = { 400: "Bad Request", 404: "Not Found", 405: "Method Not Allowed" };

/** @param {Pick<import("node:http").IncomingMessage, "method" | "url" | "headers">} request */
export function refusalOf({ method = "GET", url = "/", headers }) {
  const allowed = url.startsWith("/api/") ? apiMethods : pageMethods;
  if (!allowed.includes(method)) {
    const allow = allowed.join(", ");
    return {
      status: 405,
      detail: `This address does not take ${method}. It takes ${allow}.`,
      headers: { allow },
    };
  }
  const path = pathOf(url);
  if (path === null) {
    const detail = "This is no address of this site: it cannot be decoded. Copy it again from where you got it.";
    return { status: 400, detail };
  }
  // No picture is made smaller here, and the optimizer would fetch any page for whoever asks.
  if (/^\/_next\/image(\/|$)/.test(path)) return { status: 404, detail: "There is nothing here." };
  const origin = headers.origin;
  if (origin !== undefined && origin !== "null" && !URL.canParse(origin)) {
    return { status: 400, detail: "The header Origin names no origin." };
  }
  if (!isStateTree(headers["next-router-state-tree"])) {
    return { status: 400, detail: "The header Next-Router-State-Tree cannot be read." };
  }
  if (method === "POST" && !path.startsWith("/api/") && headers["next-action"] === undefined) {
    const detail =
      "This page takes only what its own script sends, so nothing was done. Load it again with JavaScript turned on, then try once more.";
    return { status: 400, detail };
  }
  return null;
}

/** Next.js throws over one that it cannot read, deep in a page's rendering; so it is asked before. */
function isStateTree(header) {
  try {
    stateTree.parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}

/** The decoded path of a request's target; null where there is none. */
function pathOf(url) {
  const isWhole = /^https?:\/\//i.test(url);
  if (!url.startsWith("/") && !(isWhole && URL.canParse(url))) return null;
  try {
    const path = decodeURIComponent((isWhole ? new URL(url).pathname : url).split(/[?#]/, 1)[0] ?? "");
    return path.includes("\0") ? null : path;
  } catch {
    return null;
  }
}
