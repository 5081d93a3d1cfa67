import { STATUS_CODES } from "node:http";

/** What every answer of the API that refuses says of itself. */
export const problemHeaders = { "content-type": "application/problem+json", "cache-control": "private, no-store" };

/** The body of such an answer, as RFC 9457 has it. `detail` says what, which, and what to do. */
export function problemBody(status: number, detail: string, members: object = {}): string {
  // Of this type nothing more is to be known than the status says (RFC 9457, 4.2.1).
  return JSON.stringify({ type: "about:blank", title: STATUS_CODES[status] ?? "Problem", status, detail, ...members });
}
