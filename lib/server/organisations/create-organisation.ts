import "server-only";
import { type Outcome, refused } from "@/lib/outcome";
import { makeOrganisation } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { recordEvent } from "@/lib/server/audit/record-event";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { refuseAnother } from "./list-organisations";

export type NewOrganisationOutcome = Outcome<{ id: string }>;

/** Makes an organisation that the person owns. */
export async function createOrganisation(
  user: AuthenticatedUser,
  name: string,
  origin: RequestOrigin,
): Promise<NewOrganisationOutcome> {
  if (!(await isWithinLimit("organisations", user.id, { points: 20, seconds: 60 * 60 }))) {
    const message = "You have made 20 organisations within an hour. Wait, then try again.";
    return refused("form", message);
  }
  const full = await refuseAnother(user);
  if (full) return full;
  const id = await inScope({ user: user.id }, async (tx) => {
    const organisationId = await makeOrganisation(tx, name);
    await recordEvent(tx, { user, organisationId }, origin, {
      action: "organisation.created",
      subjectType: "organisation",
      subjectId: organisationId,
    });
    return organisationId;
  });
  return { ok: true, id };
}
