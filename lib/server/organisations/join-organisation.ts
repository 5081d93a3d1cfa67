import "server-only";
import { organisationRoles } from "@/lib/organisations/roles";
import { type Outcome, refused } from "@/lib/outcome";
import { acceptOrganisationInvitation } from "@/lib/server/access/invitations";
import { authorizeOrganisation, type OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { recordEvent } from "@/lib/server/audit/record-event";
import { hashToken, isToken } from "@/lib/server/crypto/tokens";
import { unsafeFindOrganisationInvitation } from "@/lib/server/organisations/sql";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import type { OrganisationRole } from "@/prisma/generated/client";
import { refuseAnother } from "./list-organisations";

export type OrganisationInvitation =
  | { state: "open"; organisationName: string; inviter: string; role: OrganisationRole }
  /** The person who asks has this role there already, or a higher one. */
  | { state: "yours"; access: OrganisationViewAccess }
  | { state: "used" | "expired" | "revoked" };

/** What the page behind a link into an organisation tells; null where it is no such link. Looking uses nothing up. */
export async function findOrganisationInvitation(
  token: string,
  user: AuthenticatedUser | null,
): Promise<OrganisationInvitation | null> {
  if (!isToken(token)) return null;
  const found = await unsafeFindOrganisationInvitation(hashToken(token));
  if (found === null) return null;
  if (user) {
    const access = await authorizeOrganisation(user, found.organisationId, "organisation:view");
    const rank = (role: OrganisationRole) => organisationRoles.indexOf(role);
    if (access !== null && access !== "refused" && rank(access.role) <= rank(found.role)) {
      return { state: "yours", access };
    }
  }
  if (found.state !== "open") return { state: found.state };
  return {
    state: "open",
    organisationName: found.organisationName ?? "",
    inviter: found.inviterName ?? "Someone",
    role: found.role,
  };
}

export type JoinOutcome = Outcome<{ access: OrganisationViewAccess }>;

/** Uses a link into an organisation up: the person, proven by their session and the link, gets the role it carries. */
export async function joinOrganisation(
  user: AuthenticatedUser,
  token: string,
  origin: RequestOrigin,
): Promise<JoinOutcome> {
  const invitation = await unsafeFindOrganisationInvitation(hashToken(token));
  const full = invitation && (await refuseAnother(user, invitation.organisationId));
  if (full) return full;
  const accepted = await inScope({ user: user.id }, async (tx) => {
    const found = await acceptOrganisationInvitation(tx, hashToken(token));
    if (found !== null && found.outcome !== "member") {
      await recordEvent(tx, { user, organisationId: found.organisationId }, origin, {
        action: found.outcome === "joined" ? "member.joined" : "member.role-changed",
        subjectType: "membership",
        subjectId: user.id,
        detail: { role: found.role },
      });
    }
    return found;
  });
  const access = accepted && (await authorizeOrganisation(user, accepted.organisationId, "organisation:view"));
  if (access && access !== "refused") return { ok: true, access };
  const message = "This link has been used, has expired or was withdrawn. Ask the sender for a new one.";
  return refused("form", message);
}
