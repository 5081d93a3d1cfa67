import "server-only";
import { type Outcome, refused } from "@/lib/outcome";
import type { OrganisationOwnAccess } from "@/lib/server/access/organisation";
import type { Confirmation } from "@/lib/server/access/person";
import { recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { cleanName } from "@/lib/text/clean-name";
import { deletionDue } from "./grace";

/**
 * Has an organisation deleted once the days of grace are over, with its models and all that hangs on them.
 *
 * @param typedName the organisation's name, typed to show that it is meant
 */
export async function askForOrganisationDeletion(
  access: OrganisationOwnAccess,
  _confirmation: Confirmation,
  typedName: string,
  origin: RequestOrigin,
): Promise<Outcome> {
  const { organisationId } = access;
  return inScope(access.scope, async (tx): Promise<Outcome> => {
    const { name } = await tx.organisation.findFirstOrThrow({ where: { id: organisationId }, select: { name: true } });
    if (cleanName(typedName) !== cleanName(name)) {
      return refused("name", `Type the organisation's name, ${name}, to go on.`);
    }
    await tx.organisation.updateMany({ where: { id: organisationId }, data: { deletionDueAt: deletionDue() } });
    await recordEvent(tx, access, origin, {
      action: "organisation.deletion-asked",
      subjectType: "organisation",
      subjectId: organisationId,
    });
    return { ok: true };
  });
}

/** Takes the deletion back; one that nobody asked for stays as it is. */
export async function withdrawOrganisationDeletion(
  access: OrganisationOwnAccess,
  origin: RequestOrigin,
): Promise<Outcome> {
  const { organisationId } = access;
  return inScope(access.scope, async (tx): Promise<Outcome> => {
    const { count } = await tx.organisation.updateMany({
      where: { id: organisationId, deletionDueAt: { not: null } },
      data: { deletionDueAt: null },
    });
    if (count > 0) {
      await recordEvent(tx, access, origin, {
        action: "organisation.deletion-withdrawn",
        subjectType: "organisation",
        subjectId: organisationId,
      });
    }
    return { ok: true };
  });
}
