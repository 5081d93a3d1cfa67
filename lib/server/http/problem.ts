import "server-only";
import { STATUS_CODES } from "node:http";
import type { FieldError } from "@/lib/outcome";

interface ProblemMembers {
  faults?: FieldError[];
  /** To find the request in the log. */
  requestId?: string;
  /** The revision that stands, where another was named. */
  revision?: number;
}

/** An answer of the API that refuses, as RFC 9457 has it. `detail` says what, which, and what to do. */
export function problem(
  status: number,
  detail: string,
  members: ProblemMembers = {},
  headers: Record<string, string> = {},
): Response {
  // Of this type nothing more is to be known than the status says (RFC 9457, 4.2.1).
  const body = { type: "about:blank", title: STATUS_CODES[status] ?? "Problem", status, detail, ...members };
  return new Response(JSON.stringify(body), {
    status,
    headers: { "content-type": "application/problem+json", "cache-control": "private, no-store", ...headers },
  });
}
