import "server-only";
import type { OrganisationRole } from "@/lib/organisations/roles";
import type { Outcome } from "@/lib/outcome";
import type { OrganisationManageAccess, OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { Confirmation } from "@/lib/server/access/person";
import { recordEvent } from "@/lib/server/audit/record-event";
import { changeMembershipRole, type MembershipRefusal, removeMembership } from "@/lib/server/organisations/sql";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";

const refusals: Record<MembershipRefusal, string> = {
  gone: "That was changed meanwhile. Reload the page to see who is a member now.",
  refused: "Only an owner can change owners or make someone one.",
  "last-owner": "An organisation keeps an owner. Make someone else an owner first.",
};

const refuse = (why: MembershipRefusal): Outcome => ({
  ok: false,
  faults: [{ key: "form", message: refusals[why] }],
});

/** Gives a member another role. Who lowers their own may take it back only through someone else. */
export async function changeMemberRole(
  access: OrganisationManageAccess,
  _confirmation: Confirmation,
  userId: string,
  role: OrganisationRole,
  origin: RequestOrigin,
): Promise<Outcome> {
  return inScope(access.scope, async (tx): Promise<Outcome> => {
    const outcome = await changeMembershipRole(tx, access.organisationId, userId, role);
    if (outcome === "unchanged") return { ok: true };
    if (outcome !== "changed") return refuse(outcome);
    await recordEvent(tx, access, origin, {
      action: "member.role-changed",
      subjectType: "membership",
      subjectId: userId,
      detail: { role },
    });
    return { ok: true };
  });
}

/** Removes a member: their access ends with this, and so do their shares, tokens and unused links here. What they made stays. */
export function removeMember(
  access: OrganisationManageAccess,
  _confirmation: Confirmation,
  userId: string,
  origin: RequestOrigin,
): Promise<Outcome> {
  return end(access, userId, "member.removed", origin);
}

/** The same for the person themselves, whatever their role is. */
export function leaveOrganisation(
  access: OrganisationViewAccess,
  _confirmation: Confirmation,
  origin: RequestOrigin,
): Promise<Outcome> {
  return end(access, access.user.id, "member.left", origin);
}

/** Thrown to undo the transaction, and caught here. */
class Refused extends Error {
  constructor(readonly why: MembershipRefusal) {
    super(why);
  }
}

async function end(
  access: OrganisationViewAccess,
  userId: string,
  action: "member.removed" | "member.left",
  origin: RequestOrigin,
): Promise<Outcome> {
  try {
    await inScope(access.scope, async (tx) => {
      // First, as who has left can write nothing into the organisation's log.
      const isMember = await tx.membership.count({
        where: { organisationId: access.organisationId, userId: access.user.id },
      });
      if (isMember === 0) throw new Refused("gone");
      await recordEvent(tx, access, origin, { action, subjectType: "membership", subjectId: userId });
      const outcome = await removeMembership(tx, access.organisationId, userId);
      if (outcome !== "removed") throw new Refused(outcome);
    });
    return { ok: true };
  } catch (error) {
    if (error instanceof Refused) return refuse(error.why);
    throw error;
  }
}
