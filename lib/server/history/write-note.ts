import "server-only";
import { type Outcome, refused } from "@/lib/outcome";
import type { EditAccess } from "@/lib/server/access/model";
import { inScope } from "@/lib/server/runtime/scope";

/** Writes the note on a revision of one's own, or takes it away where it is empty. From then on nothing is folded into the revision. */
export async function writeNote(access: EditAccess, number: number, note: string): Promise<Outcome> {
  const { user, modelId, organisationId, scope } = access;
  const { count } = await inScope(scope, (tx) =>
    tx.revision.updateMany({ where: { modelId, organisationId, number, authorId: user.id }, data: { note } }),
  );
  if (count > 0) return { ok: true };
  return refused(
    "form",
    `Revision ${number} is not yours, or a later save has become part of it. Load the page again to see the newest.`,
  );
}
