import "server-only";
import type { MentionablePerson } from "@/lib/comments/comment";
import type { ViewAccess } from "@/lib/server/access/model";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";

/** Whom the person may mention on this model: others who see it. Nobody where they may neither comment nor reply. */
export function mentionablePeople(
  tx: ScopedTransaction,
  { modelId, organisationId }: ViewAccess,
): Promise<MentionablePerson[]> {
  return tx.$queryRaw<MentionablePerson[]>`
    select user_id as id, name, email from mentionable_people(${organisationId}::uuid, ${modelId}::uuid)`;
}
