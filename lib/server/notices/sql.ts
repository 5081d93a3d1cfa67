import "server-only";
import type { NoticeFull } from "@/lib/notifications/notification";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";

/** The names of those whom the notices of the scope's person name, by their ids. */
export async function noticeNames(tx: ScopedTransaction): Promise<Map<string, string>> {
  const people = await tx.$queryRaw<{ id: string; name: string }[]>`select user_id as id, name from notice_people()`;
  return new Map(people.map(({ id, name }) => [id, name]));
}

export interface NoticeToMail
  extends Pick<NoticeFull, "kind" | "role" | "actorName" | "modelId" | "modelName" | "threadId" | "decisionNumber"> {
  email: string;
  readerId: string;
}

/** The notices that the scope's person has caused and that are to be mailed, each given once. */
export function takeNoticesToMail(tx: ScopedTransaction): Promise<NoticeToMail[]> {
  return tx.$queryRaw<NoticeToMail[]>`
    select email, reader_id as "readerId", kind::text as kind, role::text as role, actor_name as "actorName",
           model_id as "modelId", model_name as "modelName", thread_id as "threadId",
           decision_number as "decisionNumber"
    from take_notices_to_mail()`;
}
