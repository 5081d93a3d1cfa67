import "server-only";
import { plain } from "@/lib/server/http/route";
import { isObject } from "@/lib/value/is-object";

/** What next-auth answers, by method; the ways in that take credentials are posted to. */
const answered = {
  GET: /^(csrf|session|providers|signin(\/[\w-]+)?|signout|error|verify-request|callback\/oidc)$/,
  POST: /^(session|signout|signin\/[\w-]+|callback\/[\w-]+)$/,
};

const nothing = "Not found.";

/** Refuses what next-auth would answer as a fault of the server, or would write into the log for any request. */
export async function refuseAuthRequest(request: Request, parts: readonly string[]): Promise<Response | null> {
  const path = parts.join("/");
  const method = request.method === "POST" ? "POST" : "GET";
  const other = method === "POST" ? "GET" : "POST";
  if (!answered[method].test(path)) {
    return answered[other].test(path)
      ? plain(405, `This address does not take ${method}. It takes ${other}.`, { allow: other })
      : plain(404, nothing);
  }
  const isJson = request.headers.get("content-type")?.includes("application/json") ?? false;
  if (method === "POST" && isJson && !(await holdsObject(request.clone()))) {
    return plain(400, "The body is no JSON object.");
  }
  return null;
}

async function holdsObject(request: Request): Promise<boolean> {
  try {
    return isObject(await request.json());
  } catch {
    return false;
  }
}

/**
 * next-auth answers 500 where a callback address, given or in a cookie, is none: its settings are right, so what is wrong came with the
 * request. A fault of ours is thrown, and goes past this.
 */
export function asCallersFault(answer: Response): Response {
  return answer.status === 500
    ? plain(400, "This request to sign in cannot be read. Load the page again and try once more.")
    : answer;
}
