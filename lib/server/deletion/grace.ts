import "server-only";

/** How long a deletion can be taken back, days. */
export const graceDays = 14;

export function deletionDue(): Date {
  return new Date(Date.now() + graceDays * 24 * 60 * 60 * 1_000);
}
