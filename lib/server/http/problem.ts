import "server-only";
import type { FieldError } from "@/lib/outcome";
import { problemBody, problemHeaders } from "@/lib/web-process/problem-body";

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
  return new Response(problemBody(status, detail, members), { status, headers: { ...problemHeaders, ...headers } });
}
