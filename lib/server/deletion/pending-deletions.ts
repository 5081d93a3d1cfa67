import "server-only";
import type { AuthenticatedUser } from "@/lib/server/access";
import { inScope } from "@/lib/server/scope";

export interface PendingDeletions {
  /** ISO 8601, UTC; null where the person did not ask for their account to be deleted. */
  account: string | null;
  organisations: { id: string; name: string; dueAt: string; canKeep: boolean }[];
}

/** What of the person's is going to be deleted, and when. */
export async function pendingDeletions(user: AuthenticatedUser): Promise<PendingDeletions> {
  return inScope({ user: user.id }, async (tx) => {
    const own = await tx.user.findFirstOrThrow({ where: { id: user.id }, select: { deletionDueAt: true } });
    const organisations = await tx.organisation.findMany({
      where: { memberships: { some: { userId: user.id } }, deletionDueAt: { not: null } },
      orderBy: { name: "asc" },
      select: {
        id: true,
        name: true,
        deletionDueAt: true,
        memberships: { where: { userId: user.id }, select: { role: true } },
      },
    });
    return {
      account: own.deletionDueAt?.toISOString() ?? null,
      organisations: organisations.map(({ id, name, deletionDueAt, memberships }) => ({
        id,
        name,
        canKeep: memberships[0]?.role === "owner",
        dueAt: deletionDueAt?.toISOString() ?? "",
      })),
    };
  });
}
