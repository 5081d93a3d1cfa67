import "server-only";
import type { FigureBook } from "@/lib/draft/figures/organisation-figure";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { readBook } from "./figure-rows";

/** All that an organisation states of its own. */
export function loadBook({ scope, organisationId }: OrganisationViewAccess): Promise<FigureBook> {
  return readInScope(scope, (tx) => readBook(tx, organisationId));
}
