import "server-only";
import type { RevisionFull } from "@/lib/draft/history";
import type { ViewAccess } from "@/lib/server/access/model";
import { monthText } from "@/lib/server/models/start-month";
import { figuresSelect, readStoredFigures } from "@/lib/server/models/stored-figures";
import { inScope } from "@/lib/server/runtime/scope";
import { cardColumns, revisionCard } from "./revision-row";

/** One revision of a model; null where the model has none of that number, for instance since a later save was folded into it. */
export async function getRevision(access: ViewAccess, number: number): Promise<RevisionFull | null> {
  const { user, modelId, organisationId, scope } = access;
  const row = await inScope(scope, (tx) =>
    tx.revision.findFirst({
      where: { modelId, organisationId, number },
      select: {
        ...cardColumns,
        ...figuresSelect,
        name: true,
        description: true,
        startMonth: true,
        fiscalYearStart: true,
      },
    }),
  );
  if (row === null) return null;
  const { name, description, fiscalYearStart, currency } = row;
  const startMonth = monthText(row.startMonth);
  const draft = { name, description, startMonth, fiscalYearStart, currency, ...readStoredFigures(row) };
  return { ...revisionCard(row, user), draft };
}
