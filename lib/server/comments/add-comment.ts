import "server-only";
import type { CommentOutcome, CommentSubject } from "@/lib/comments/comment";
import { mentionsIn } from "@/lib/comments/mentions";
import type { RowPlace } from "@/lib/draft/place";
import type { OwnRows } from "@/lib/model/rows/own-rows";
import { withIds } from "@/lib/model/rows/row-ids";
import { refused } from "@/lib/outcome";
import type { CommentAccess, ReplyAccess } from "@/lib/server/access/model";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import { type AnyRow, rowName } from "@/lib/value/rows/row-words";
import { hasRoom, noRoom } from "./room";
import { holdThread, mentionablePeople } from "./sql";
import { storedKey } from "./stored-subject";

export const refuse = (message: string): CommentOutcome => refused("form", message);

export const goneComment = refuse("This comment was deleted meanwhile. Copy your words, then reload the page.");

/** Thirty in ten minutes: more than anyone types, fewer than a script would. */
export async function isWithinCommentLimit({ user }: ReplyAccess): Promise<boolean> {
  return isWithinLimit("comments", user.id, { points: 30, seconds: 10 * 60 });
}

export const tooMany = refuse(
  "You have written 30 comments within ten minutes. Wait a few minutes, then send it again.",
);

/** Begins a thread. Who is mentioned gets a notice of it, which the database writes with the comment. */
export async function addComment(
  access: CommentAccess,
  { subject, body }: { subject: CommentSubject; body: string },
): Promise<CommentOutcome> {
  if (!(await isWithinCommentLimit(access))) return tooMany;
  const { user, modelId, organisationId } = access;
  return inScope(access.scope, async (tx): Promise<CommentOutcome> => {
    if (!(await hasRoom(tx, access, { comments: 1, characters: body.length }))) return noRoom;
    if (!(await mayMention(tx, access, body))) return cannotMention;
    const data = { organisationId, modelId, authorId: user.id, body };
    const subjectLabel = subject.kind === "row" ? await rowLabel(tx, access, subject) : "";
    if (subjectLabel === null) return goneRow;
    const { id } = await tx.comment.create({
      data: { ...data, subject: subject.kind, subjectKey: storedKey(subject), subjectLabel },
      select: { id: true },
    });
    return { ok: true, id };
  });
}

/** What a row is called as the model stands; null where it has none of this id. */
async function rowLabel(tx: ScopedTransaction, access: CommentAccess, { table, id }: RowPlace): Promise<string | null> {
  const { modelId, organisationId } = access;
  const found = await tx.costModel.findFirst({
    where: { id: modelId, organisationId, deletedAt: null },
    select: { customLines: true, rows: true },
  });
  const stored: unknown = { ...(found?.rows as object | undefined), customLines: found?.customLines };
  const row = withIds<AnyRow>(table, (stored as Partial<OwnRows>)[table] ?? []).find((one) => one.id === id);
  return row === undefined ? null : rowName(row);
}

const goneRow = refuse(
  "This row is not saved yet, or was removed meanwhile. Copy your words, wait until the page says that it is saved, then try again.",
);

/** Answers in a thread; a viewer, only where another mentions them in it. Those who wrote in it before get a notice. */
export async function addReply(
  access: ReplyAccess,
  threadId: string,
  { body }: { body: string },
): Promise<CommentOutcome> {
  if (!(await isWithinCommentLimit(access))) return tooMany;
  const { user, modelId, organisationId } = access;
  return inScope(access.scope, async (tx): Promise<CommentOutcome> => {
    if (!(await holdThread(tx, access, threadId))) {
      const where = { id: threadId, modelId, organisationId, threadId: null };
      return (await tx.comment.count({ where })) === 0 ? goneComment : notMentioned;
    }
    if (!(await hasRoom(tx, access, { comments: 1, characters: body.length }))) return noRoom;
    if (!(await mayMention(tx, access, body))) return cannotMention;
    const { id } = await tx.comment.create({
      data: { organisationId, modelId, threadId, authorId: user.id, body },
      select: { id: true },
    });
    return { ok: true, id };
  });
}

const notMentioned = refuse(
  "You can view this model and reply where you are mentioned, which you are not in this thread. Ask the person who shared the model with you.",
);

export const cannotMention = refuse(
  "Someone whom you mention cannot see this model. Share it with them first, or write their name without @.",
);

/** Whether everybody in the text may be mentioned; those who stood in it before may stay. */
export async function mayMention(
  tx: ScopedTransaction,
  access: ReplyAccess,
  body: string,
  before = "",
): Promise<boolean> {
  const known = mentionsIn(before);
  const added = mentionsIn(body).filter((id) => !known.includes(id));
  if (added.length === 0) return true;
  const people = await mentionablePeople(tx, access);
  return added.every((id) => people.some((person) => person.id === id));
}
