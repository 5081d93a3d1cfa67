import "server-only";
import type { FigureBook } from "@/lib/draft/figures/organisation-figure";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { inScope } from "@/lib/server/runtime/scope";
import { readBook } from "./figure-rows";

/** All that an organisation states of its own. */
export function loadBook({ scope, organisationId }: OrganisationViewAccess): Promise<FigureBook> {
  return readInScope(scope, (tx) => readBook(tx, organisationId));
}

/** How many changes there have been of what an organisation states: it goes up with each. */
export async function countChanges({ scope, organisationId }: OrganisationViewAccess): Promise<number> {
  const { _sum } = await inScope(scope, (tx) =>
    tx.organisationFigure.aggregate({ where: { organisationId }, _sum: { revision: true } }),
  );
  return _sum.revision ?? 0;
}
