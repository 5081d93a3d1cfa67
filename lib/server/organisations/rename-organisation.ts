import "server-only";
import type { Outcome } from "@/lib/outcome";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import { recordedChange } from "@/lib/server/audit/recorded-change";
import type { RequestOrigin } from "@/lib/server/runtime/request";

export function renameOrganisation(
  access: OrganisationManageAccess,
  name: string,
  origin: RequestOrigin,
): Promise<Outcome> {
  const { organisationId } = access;
  return recordedChange(access, origin, {
    change: (tx) => tx.organisation.updateMany({ where: { id: organisationId }, data: { name } }),
    event: { action: "organisation.renamed", subjectType: "organisation", subjectId: organisationId },
    gone: "You can no longer change this organisation. Reload the page.",
  });
}
