import "server-only";
import type { LinkCard } from "@/lib/schemas/share-link";
import type { ShareAccess } from "@/lib/server/access/model";
import { inScope } from "@/lib/server/runtime/scope";
import { formerMember } from "@/lib/text/former-member";

/** What is shown of links that have ended. */
const keptDays = 90;

/** The links to a model: those that stand, then those that ended lately; the newest first. */
export async function listLinks({ modelId, organisationId, scope }: ShareAccess): Promise<LinkCard[]> {
  const since = new Date(Date.now() - keptDays * 24 * 60 * 60 * 1_000);
  const rows = await inScope(scope, (tx) =>
    tx.shareLink.findMany({
      where: { modelId, organisationId, expiresAt: { gt: since } },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      select: {
        id: true,
        label: true,
        createdBy: { select: { name: true } },
        createdAt: true,
        expiresAt: true,
        revokedAt: true,
        hasPassword: true,
        mayDownload: true,
        frozenRevision: true,
        leavesOutPay: true,
        leavesOutNotes: true,
        leavesOutComments: true,
        openedCount: true,
        lastOpenedAt: true,
      },
    }),
  );
  return rows.map(({ createdBy, createdAt, expiresAt, revokedAt, lastOpenedAt, ...row }) => ({
    ...row,
    createdBy: createdBy?.name ?? formerMember,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    lastOpenedAt: lastOpenedAt?.toISOString() ?? null,
  }));
}
