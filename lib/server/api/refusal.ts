import "server-only";
import type { Refusal } from "@/lib/outcome";
import { problem } from "@/lib/server/http/problem";

const statuses = { forbidden: 403, gone: 404, changed: 409 } as const;

/**
 * What was refused as an answer of the API: 422 with its faults, or the status of what is in the way.
 *
 * @param nothing what was not done, as a sentence: "Nothing was changed."
 * @param changed what a program is told where others were first, in place of words that speak of a page
 */
export function refusalResponse({ faults, obstacle }: Refusal, nothing: string, changed?: string): Response {
  if (obstacle === undefined) return problem(422, nothing, { faults });
  const words = faults.map(({ message }) => message).join(" ");
  const message = obstacle === "changed" ? (changed ?? words) : words;
  if (typeof obstacle === "string") return problem(statuses[obstacle], message);
  return problem(429, message, {}, { "retry-after": String(obstacle.seconds) });
}
