import "server-only";
import type { MentionablePerson } from "@/lib/comments/comment";
import type { ReplyAccess, ViewAccess } from "@/lib/server/access/model";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";

/** Whom the person may mention on this model: others who see it. Nobody where they may neither comment nor reply. */
export function mentionablePeople(
  tx: ScopedTransaction,
  { modelId, organisationId }: ViewAccess,
): Promise<MentionablePerson[]> {
  return tx.$queryRaw<MentionablePerson[]>`
    select user_id as id, name, email from mentionable_people(${organisationId}::uuid, ${modelId}::uuid)`;
}

/** How many comments a model has, and how many characters in all. */
export async function commentsInAll(
  tx: ScopedTransaction,
  { modelId, organisationId }: ViewAccess,
): Promise<{ comments: number; characters: number }> {
  const rows = await tx.$queryRaw<[{ comments: number; characters: number }]>`
    select count(*)::float8 as comments, coalesce(sum(length(body)), 0)::float8 as characters from comments
    where organisation_id = ${organisationId}::uuid and model_id = ${modelId}::uuid`;
  return rows[0];
}

/** The names of those who wrote in the model's threads or are mentioned there, by their ids. */
export async function commentNames(
  tx: ScopedTransaction,
  { modelId, organisationId }: ViewAccess,
): Promise<Record<string, string>> {
  const people = await tx.$queryRaw<{ id: string; name: string }[]>`
    select user_id as id, name from comment_people(${organisationId}::uuid, ${modelId}::uuid)`;
  return Object.fromEntries(people.map(({ id, name }) => [id, name]));
}

/** Whether the person may reply in the thread, which is held until the reply is written: its deletion waits, and then sees the reply. */
export async function holdThread(
  tx: ScopedTransaction,
  { modelId, organisationId }: ReplyAccess,
  threadId: string,
): Promise<boolean> {
  const rows = await tx.$queryRaw<{ held: boolean }[]>`
    select hold_thread(${organisationId}::uuid, ${modelId}::uuid, ${threadId}::uuid) as held`;
  return rows[0]?.held === true;
}

/** The comment, kept from others until the transaction ends: a reply to it waits. */
export async function holdOwnComment(
  tx: ScopedTransaction,
  { user, modelId, organisationId }: ReplyAccess,
  commentId: string,
): Promise<{ body: string } | null> {
  const rows = await tx.$queryRaw<{ body: string }[]>`
    select body from comments
    where id = ${commentId}::uuid and organisation_id = ${organisationId}::uuid and model_id = ${modelId}::uuid
      and author_id = ${user.id}::uuid and deleted_at is null
    for update`;
  return rows[0] ?? null;
}
