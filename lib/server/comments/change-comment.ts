import "server-only";
import type { CommentOutcome } from "@/lib/comments/comment";
import type { CommentAccess, ReplyAccess } from "@/lib/server/access/model";
import { recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { cannotMention, goneComment, isWithinCommentLimit, mayMention, tooMany } from "./add-comment";
import { hasRoom, noRoom } from "./room";
import { holdOwnComment } from "./sql";

/** Changes one's own words. */
export async function editComment(
  access: ReplyAccess,
  commentId: string,
  { body }: { body: string },
): Promise<CommentOutcome> {
  if (!(await isWithinCommentLimit(access))) return tooMany;
  return inScope(access.scope, async (tx): Promise<CommentOutcome> => {
    const found = await holdOwnComment(tx, access, commentId);
    if (found === null) return goneComment;
    if (found.body === body) return { ok: true, id: commentId };
    if (!(await hasRoom(tx, access, { comments: 0, characters: body.length - found.body.length }))) return noRoom;
    if (!(await mayMention(tx, access, body, found.body))) return cannotMention;
    await tx.comment.updateMany({ where: ownComment(access, commentId), data: { body, editedAt: new Date() } });
    return { ok: true, id: commentId };
  });
}

/** Takes one's own comment away. The first of a thread that has replies leaves an empty place for them. */
export async function deleteComment(
  access: ReplyAccess,
  commentId: string,
  origin: RequestOrigin,
): Promise<CommentOutcome> {
  const { modelId, organisationId } = access;
  return inScope(access.scope, async (tx): Promise<CommentOutcome> => {
    if ((await holdOwnComment(tx, access, commentId)) === null) return goneComment;
    const replies = await tx.comment.count({ where: { threadId: commentId, modelId, organisationId } });
    const where = ownComment(access, commentId);
    if (replies === 0) await tx.comment.deleteMany({ where });
    else await tx.comment.updateMany({ where, data: { body: "", deletedAt: new Date() } });
    await recordEvent(tx, access, origin, {
      action: "comment.deleted",
      subjectType: "comment",
      subjectId: commentId,
      detail: { model: modelId },
    });
    return { ok: true, id: commentId };
  });
}

/** Marks a thread as settled, or opens it again; who may comment may. */
export async function resolveThread(
  access: CommentAccess,
  threadId: string,
  isResolved: boolean,
): Promise<CommentOutcome> {
  const { user, modelId, organisationId } = access;
  return inScope(access.scope, async (tx): Promise<CommentOutcome> => {
    const { count } = await tx.comment.updateMany({
      where: { id: threadId, organisationId, modelId, threadId: null },
      data: isResolved ? { resolvedAt: new Date(), resolvedById: user.id } : { resolvedAt: null, resolvedById: null },
    });
    return count === 0 ? goneComment : { ok: true, id: threadId };
  });
}

const ownComment = ({ user, modelId, organisationId }: ReplyAccess, id: string) => ({
  id,
  organisationId,
  modelId,
  authorId: user.id,
  deletedAt: null,
});
