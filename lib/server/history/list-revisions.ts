import "server-only";
import { type RevisionCard, revisionsPerPage } from "@/lib/draft/history";
import type { ViewAccess } from "@/lib/server/access/model";
import { inScope } from "@/lib/server/runtime/scope";
import { cardColumns, revisionCard } from "./revision-row";

export interface RevisionPage {
  revisions: RevisionCard[];
  /** Whether there are newer and older ones than these. */
  hasNewer: boolean;
  hasOlder: boolean;
}

/** A page of a model's revisions, the newest first. @param before only those with a smaller number */
export async function listRevisions(access: ViewAccess, before: number | null): Promise<RevisionPage> {
  const { user, modelId, organisationId, scope } = access;
  return inScope(scope, async (tx) => {
    const rows = await tx.revision.findMany({
      where: { modelId, organisationId, ...(before !== null && { number: { lt: before } }) },
      orderBy: { number: "desc" },
      take: revisionsPerPage + 1,
      select: cardColumns,
    });
    const newer =
      before === null
        ? null
        : await tx.revision.findFirst({
            where: { modelId, organisationId, number: { gte: before } },
            select: { number: true },
          });
    return {
      revisions: rows.slice(0, revisionsPerPage).map((row) => revisionCard(row, user)),
      hasNewer: newer !== null,
      hasOlder: rows.length > revisionsPerPage,
    };
  });
}
