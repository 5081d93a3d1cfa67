import "server-only";
import type { AuthenticatedUserId } from "@/lib/server/runtime/ids";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";

/** What of the person's tokens still works, in whatever organisation. */
function live(userId: AuthenticatedUserId) {
  return { userId, revokedAt: null, expiresAt: { gt: new Date() } };
}

/** Ends the API tokens of the scope's person in all their organisations. @returns how many there were */
export async function endOwnApiTokens(tx: ScopedTransaction, userId: AuthenticatedUserId): Promise<number> {
  return (await tx.apiToken.updateMany({ where: live(userId), data: { revokedAt: new Date() } })).count;
}

export function countOwnApiTokens(tx: ScopedTransaction, userId: AuthenticatedUserId): Promise<number> {
  return tx.apiToken.count({ where: live(userId) });
}
