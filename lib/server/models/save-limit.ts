import "server-only";
import type { SaveOutcome } from "@/lib/draft/save-outcome";
import { refused } from "@/lib/outcome";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";

const points = 300;

/** What is answered where it is not tried again by itself. */
export const savedTooOften = refused(
  "form",
  "You have saved very often within a minute. Wait a minute, then try again.",
);

/** Counts a save by a person; where they made too many within a minute, the answer that has their browser wait and try again. */
export async function countSave(
  user: AuthenticatedUser,
): Promise<Extract<SaveOutcome<never>, { kind: "later" }> | null> {
  if (await isWithinLimit("saves", user.id, { points, seconds: 60 })) return null;
  const message = `you have saved ${points} times within a minute. It is tried again in a moment; keep this page open.`;
  return { kind: "later", seconds: 15, message };
}
