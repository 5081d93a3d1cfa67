import "server-only";
import { type Outcome, refused } from "@/lib/outcome";
import type { OrganisationManageAccess } from "@/lib/server/access/organisation";
import { recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";

export async function renameOrganisation(
  access: OrganisationManageAccess,
  name: string,
  origin: RequestOrigin,
): Promise<Outcome> {
  const { organisationId } = access;
  return inScope(access.scope, async (tx): Promise<Outcome> => {
    const { count } = await tx.organisation.updateMany({ where: { id: organisationId }, data: { name } });
    if (count === 0) {
      const message = "You can no longer change this organisation. Reload the page.";
      return refused("form", message);
    }
    await recordEvent(tx, access, origin, {
      action: "organisation.renamed",
      subjectType: "organisation",
      subjectId: organisationId,
    });
    return { ok: true };
  });
}
