import "server-only";
import type { FigureBook } from "@/lib/draft/figures/organisation-figure";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import { inScope } from "@/lib/server/runtime/scope";
import { readBook } from "./figure-rows";

/** All that an organisation states of its own. */
export function loadBook({ scope, organisationId }: OrganisationViewAccess): Promise<FigureBook> {
  return inScope(scope, (tx) => readBook(tx, organisationId));
}
