import "server-only";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { personFrame } from "@/lib/server/access/person-frame";

export interface PendingDeletions {
  /** ISO 8601, UTC; null where the person did not ask for their account to be deleted. */
  account: string | null;
  organisations: { id: string; name: string; dueAt: string; canKeep: boolean }[];
}

/** What of the person's is going to be deleted, and when. */
export async function pendingDeletions(user: AuthenticatedUser): Promise<PendingDeletions> {
  const { deletionDueAt, organisations } = await personFrame(user);
  return {
    account: deletionDueAt?.toISOString() ?? null,
    organisations: organisations
      .flatMap(({ id, name, role, deletionDueAt: due }) =>
        due === null ? [] : [{ id, name, canKeep: role === "owner", dueAt: due.toISOString() }],
      )
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}
