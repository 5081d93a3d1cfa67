import "server-only";
import { type OrganisationRole, rolesGivenBy } from "@/lib/organisations/roles";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { inScope } from "@/lib/server/runtime/scope";
import { formerMember } from "@/lib/text/former-member";
import { currentOrganisation } from "./current-organisation";

export interface Members {
  organisationName: string;
  /** Owners first, then admins, then members; each in the order in which they joined. */
  people: Member[];
  /** Links that can still be accepted; none for a plain member, who may not see them. */
  invitations: PendingMemberInvitation[];
}

export interface Member {
  userId: string;
  name: string;
  email: string;
  role: OrganisationRole;
  /** ISO 8601, UTC. */
  joinedAt: string;
  isYou: boolean;
  /** Whether the reader may change this one's role and remove them. */
  canChange: boolean;
  /** The only owner can neither leave nor take a lesser role. */
  isLastOwner: boolean;
}

export interface PendingMemberInvitation {
  id: string;
  /** The address the link was made for; who holds the link may accept it. */
  email: string;
  role: OrganisationRole;
  /** ISO 8601, UTC. */
  expiresAt: string;
  invitedBy: string;
  canRevoke: boolean;
}

/** The organisation that the person works in, with who belongs to it; null where they belong to none. */
export async function currentMembers(user: AuthenticatedUser) {
  const access = await currentOrganisation(user);
  const members = access && (await listMembers(access));
  return access && members && { ...members, organisationId: access.organisationId, role: access.role };
}

/** Who belongs to the organisation, and which links into it are open. Null where the asking person no longer belongs to it. */
export async function listMembers(access: OrganisationViewAccess): Promise<Members | null> {
  const { organisationId, user, role: own } = access;
  const mayGive = rolesGivenBy[own];
  return inScope(access.scope, async (tx) => {
    const organisation = await tx.organisation.findFirst({ where: { id: organisationId }, select: { name: true } });
    if (organisation === null) return null;
    const members = await tx.membership.findMany({
      where: { organisationId },
      orderBy: [{ role: "asc" }, { createdAt: "asc" }, { userId: "asc" }],
      select: { role: true, createdAt: true, user: { select: { id: true, name: true, email: true } } },
    });
    const invitations = await tx.organisationInvitation.findMany({
      where: { organisationId, acceptedAt: null, revokedAt: null, expiresAt: { gt: new Date() } },
      orderBy: { createdAt: "desc" },
      select: { id: true, email: true, role: true, expiresAt: true, createdBy: { select: { name: true } } },
    });
    const owners = members.filter(({ role }) => role === "owner").length;
    return {
      organisationName: organisation.name,
      people: members.map(({ role, createdAt, user: { id, name, email } }) => ({
        userId: id,
        name,
        email,
        role,
        joinedAt: createdAt.toISOString(),
        isYou: id === user.id,
        canChange: mayGive.includes(role),
        isLastOwner: role === "owner" && owners === 1,
      })),
      invitations: invitations.map(({ id, email, role, expiresAt, createdBy }) => ({
        id,
        email,
        role,
        expiresAt: expiresAt.toISOString(),
        invitedBy: createdBy?.name ?? formerMember,
        canRevoke: mayGive.includes(role),
      })),
    };
  });
}
