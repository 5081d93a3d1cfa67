import "server-only";
import { type Comments, type CommentThread, mostComments } from "@/lib/comments/comment";
import { mentionsIn } from "@/lib/comments/mentions";
import type { ViewAccess } from "@/lib/server/access/model";
import { allows, isOpenTo } from "@/lib/server/access/roles";
import { inScope } from "@/lib/server/runtime/scope";
import { commentNames, mentionablePeople } from "./sql";
import { subjectOf } from "./stored-subject";

const fields = {
  id: true,
  subject: true,
  subjectKey: true,
  subjectLabel: true,
  authorId: true,
  body: true,
  createdAt: true,
  editedAt: true,
  deletedAt: true,
  resolvedAt: true,
  resolvedById: true,
} as const;

/** All threads of a model, the newest first, and the names of everybody in them. */
export async function listComments(access: ViewAccess): Promise<Comments> {
  const { user, modelId, organisationId } = access;
  return inScope(access.scope, async (tx): Promise<Comments> => {
    const model = await tx.costModel.findFirst({
      where: { id: modelId, organisationId, deletedAt: null },
      select: { archivedAt: true },
    });
    const mayNow = (need: "comment" | "reply") =>
      model !== null && allows(access.role, need) && isOpenTo(model.archivedAt === null ? "open" : "archived", need);
    const canComment = mayNow("comment");
    const rows = await tx.comment.findMany({
      where: { organisationId, modelId, threadId: null },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      take: mostComments,
      select: { ...fields, replies: { orderBy: [{ createdAt: "asc" }, { id: "asc" }], select: fields } },
    });
    const threads = rows.map(({ replies, ...first }): CommentThread => {
      const comments = [first, ...replies];
      return {
        id: first.id,
        subject: subjectOf(first),
        resolved: first.resolvedAt && { at: first.resolvedAt.toISOString(), byId: first.resolvedById },
        mentionsMe: comments.some(({ body }) => mentionsIn(body).includes(user.id)),
        // As scope_may_reply of the database has it.
        canReply: canComment || (mayNow("reply") && comments.some((comment) => mentions(comment, user.id))),
        comments: comments.map((comment) => ({
          id: comment.id,
          authorId: comment.authorId,
          isOwn: comment.authorId === user.id,
          body: comment.body,
          createdAt: comment.createdAt.toISOString(),
          editedAt: comment.editedAt?.toISOString() ?? null,
          isDeleted: comment.deletedAt !== null,
        })),
      };
    });
    const mentionable =
      threads.some(({ canReply }) => canReply) || canComment ? await mentionablePeople(tx, access) : [];
    return { threads, names: await commentNames(tx, access), canComment, mentionable };
  });
}

/** Whether another's comment mentions the person; a deleted one has no words. */
function mentions({ authorId, body }: { authorId: string | null; body: string }, userId: string): boolean {
  return authorId !== userId && mentionsIn(body).includes(userId);
}
