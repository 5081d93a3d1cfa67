import "server-only";
import type { ViewAccess } from "@/lib/server/access/model";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";

/** The names of those who weigh the criteria of a model's decision, by their ids. */
export function weighingPeople(tx: ScopedTransaction, { modelId, organisationId }: ViewAccess) {
  return tx.$queryRaw<{ id: string; name: string }[]>`
    select user_id as id, name from weighing_people(${organisationId}::uuid, ${modelId}::uuid)`;
}
