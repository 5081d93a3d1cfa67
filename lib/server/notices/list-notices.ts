import "server-only";
import { mostUnread, type NoticeFull } from "@/lib/notifications/notification";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { inScope } from "@/lib/server/runtime/scope";
import { formerMember } from "@/lib/text/former-member";
import { noticeNames } from "./sql";

const mostNotices = 200;

/** The person's newest notices; none of a model that they may see no longer. */
export async function listNotices(user: AuthenticatedUser): Promise<NoticeFull[]> {
  return inScope({ user: user.id }, async (tx) => {
    const rows = await tx.notice.findMany({
      where: { userId: user.id },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      take: mostNotices,
      select: {
        id: true,
        kind: true,
        role: true,
        actorId: true,
        modelId: true,
        commentId: true,
        createdAt: true,
        readAt: true,
        model: { select: { name: true } },
        comment: { select: { threadId: true } },
        decision: { select: { number: true } },
      },
    });
    const names = await noticeNames(tx);
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      actorName: names.get(row.actorId ?? "") ?? formerMember,
      modelId: row.modelId,
      modelName: row.model.name,
      role: row.role,
      commentId: row.commentId,
      threadId: row.comment?.threadId ?? row.commentId,
      decisionNumber: row.decision?.number ?? null,
      at: row.createdAt.toISOString(),
      isRead: row.readAt !== null,
    }));
  });
}

/** Up to one more than is said. */
export async function countUnreadNotices(user: AuthenticatedUser): Promise<number> {
  const where = { userId: user.id, readAt: null };
  return inScope({ user: user.id }, (tx) => tx.notice.count({ where, take: mostUnread + 1 }));
}

/** Marks some, or all, of the person's notices as read. */
export async function markNoticesRead(user: AuthenticatedUser, ids: string[] | "all"): Promise<void> {
  await inScope({ user: user.id }, (tx) =>
    tx.notice.updateMany({
      where: { userId: user.id, readAt: null, ...(ids === "all" ? {} : { id: { in: ids } }) },
      data: { readAt: new Date() },
    }),
  );
}
