import "server-only";
import type { ShareAccess } from "@/lib/server/access/model";
import { inScope } from "@/lib/server/runtime/scope";
import { formerMember } from "@/lib/text/former-member";

/** A link as those who share the model see it; plain values only, so that it can cross to the browser. */
export interface LinkCard {
  id: string;
  label: string;
  createdBy: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  expiresAt: string;
  /** Null while it stands. */
  revokedAt: string | null;
  hasPassword: boolean;
  mayDownload: boolean;
  /** Null where it shows the model as it stands. */
  frozenRevision: number | null;
  leavesOutPay: boolean;
  leavesOutNotes: boolean;
  leavesOutComments: boolean;
  openedCount: number;
  lastOpenedAt: string | null;
}

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
