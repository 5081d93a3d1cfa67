import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import stateTree from "next/dist/server/app-render/parse-and-validate-flight-router-state.js";
import { problemBody, problemHeaders } from "@/lib/web-process/problem-body";
import { isActionCall } from "@/lib/web-process/request-headers";

/**
 * What no page and no route of the site can answer: a method that nothing takes, an address that cannot be decoded, a form that a page
 * of ours did not send. Next.js fails inside at each of them, and would answer as if the fault were the server's.
 */

const pageMethods = ["GET", "HEAD", "POST"];
const apiMethods = [...pageMethods, "PUT", "PATCH", "DELETE", "OPTIONS"];

interface Refusal {
  status: number;
  detail: string;
  headers?: OutgoingHttpHeaders;
}

/**
 * Answers a request that can be answered by nothing behind the door.
 *
 * @returns whether to go on with the request
 */
export function admitRequest(request: IncomingMessage, response: ServerResponse): boolean {
  const refusal = refusalOf(request);
  if (refusal === null) return true;
  const { status, detail, headers } = refusal;
  const isProblem = request.url?.startsWith("/api/v1/") ?? false;
  const body = isProblem ? problemBody(status, detail) : `${detail}\n`;
  response.writeHead(status, {
    ...problemHeaders,
    "content-type": isProblem ? problemHeaders["content-type"] : "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(body),
    "x-content-type-options": "nosniff",
    ...headers,
  });
  response.end(request.method === "HEAD" ? undefined : body);
  return false;
}

export function refusalOf({
  method = "GET",
  url = "/",
  headers,
}: Pick<IncomingMessage, "method" | "url" | "headers">): Refusal | null {
  const allowed = url.startsWith("/api/") ? apiMethods : pageMethods;
  if (!allowed.includes(method)) {
    const allow = allowed.join(", ");
    return { status: 405, detail: `This address does not take ${method}. It takes ${allow}.`, headers: { allow } };
  }
  const path = pathOf(url);
  if (path === null) {
    const detail = "This is no address of this site: it cannot be decoded. Copy it again from where you got it.";
    return { status: 400, detail };
  }
  // No picture is made smaller here, and the optimizer would fetch any page for anyone.
  if (/^\/_next\/image(\/|$)/.test(path)) return { status: 404, detail: "Not found." };
  const origin = headers.origin;
  if (origin !== undefined && origin !== "null" && !URL.canParse(origin)) {
    return { status: 400, detail: "The header Origin names no origin." };
  }
  if (!isStateTree(headers["next-router-state-tree"])) {
    return { status: 400, detail: "The header Next-Router-State-Tree cannot be read." };
  }
  const isOther = method === "POST" && !isActionCall(method, headers);
  if (isOther && !path.startsWith("/api/")) {
    const detail =
      "This page takes only what its own script sends, so nothing was done. Load it again with JavaScript turned on, then try once more.";
    return { status: 400, detail };
  }
  // Next.js takes it for a form of a page where it finds no route, and fails over one that it cannot read.
  if (isOther && /^multipart\//i.test(headers["content-type"] ?? "")) {
    return { status: 415, detail: "This address takes no forms. Send the body that its documentation names." };
  }
  return null;
}

/** Next.js throws over one that it cannot read, deep in a page's rendering; so it is tried before. */
function isStateTree(header: string | string[] | undefined): boolean {
  try {
    stateTree.parseAndValidateFlightRouterState(header);
    return true;
  } catch {
    return false;
  }
}

/** The decoded path of a request's target; null where there is none. */
function pathOf(url: string): string | null {
  const isWhole = /^https?:\/\//i.test(url);
  if (!url.startsWith("/") && !(isWhole && URL.canParse(url))) return null;
  try {
    const path = decodeURIComponent((isWhole ? new URL(url).pathname : url).split(/[?#]/, 1)[0] ?? "");
    return path.includes("\0") ? null : path;
  } catch {
    return null;
  }
}
