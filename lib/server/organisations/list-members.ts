import "server-only";
import { type OrganisationRole, rolesGivenBy } from "@/lib/organisations/roles";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { readPage } from "@/lib/server/lists/read-page";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { formerMember } from "@/lib/text/former-member";
import { type ListPage, type ListPosition, listStart, mostCounted } from "@/lib/text/list-position";
import { currentOrganisation } from "./current-organisation";
import { findOwned, members, openInvitations } from "./sql";

export interface Members {
  organisationName: string;
  /** Owners first, then admins, then members; each in the order in which they joined. */
  people: ListPage<Member>;
  /** Links that can still be accepted; none for a plain member, who may not see them. */
  invitations: ListPage<PendingMemberInvitation>;
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

/** Which members are asked for, by words of their names and addresses, and which pages of them and of invitations. */
export interface MembersListing {
  search: string;
  people: ListPosition;
  invitations: ListPosition;
}

const firstMembers: MembersListing = { search: "", people: listStart, invitations: listStart };

/** The organisation that the person works in, with who belongs to it; null where they belong to none. */
export async function currentMembers(user: AuthenticatedUser, listing: MembersListing) {
  const access = await currentOrganisation(user);
  const members = access && (await listMembers(access, listing));
  return access && members && { ...members, organisationId: access.organisationId, role: access.role };
}

/**
 * A page of those who belong to the organisation, and one of the links into it that are open. Null where the asking person no longer belongs
 * to it.
 */
export function listMembers(
  access: OrganisationViewAccess,
  { search, people, invitations }: MembersListing = firstMembers,
): Promise<Members | null> {
  const { user, role: own } = access;
  const mayGive = rolesGivenBy[own];
  return readInScope(
    access.scope,
    async (tx) => {
      const [organisation, found, open] = await Promise.all([
        findOwned(tx, access),
        readPage(people, members(tx, access, search)),
        readPage(invitations, openInvitations(tx, access)),
      ]);
      if (organisation === null) return null;
      return {
        organisationName: organisation.name,
        people: {
          ...found,
          rows: found.rows.map(({ userId, name, email, role, joinedAt }) => ({
            userId,
            name,
            email,
            role,
            joinedAt: joinedAt.toISOString(),
            isYou: userId === user.id,
            canChange: mayGive.includes(role),
            isLastOwner: role === "owner" && organisation.hasOneOwner,
          })),
        },
        invitations: {
          ...open,
          rows: open.rows.map(({ id, email, role, expiresAt, invitedBy }) => ({
            id,
            email,
            role,
            expiresAt: expiresAt.toISOString(),
            invitedBy: invitedBy ?? formerMember,
            canRevoke: mayGive.includes(role),
          })),
        },
      };
    },
    { byIndex: true },
  );
}

/** The organisation that the person works in, and what they are in it; null where they belong to none. */
export async function currentMembership(user: AuthenticatedUser) {
  const access = await currentOrganisation(user);
  if (access === null) return null;
  const { organisationId, role, scope } = access;
  const [organisation, count] = await readInScope(
    scope,
    (tx) => Promise.all([findOwned(tx, access), members(tx, access, "").count(mostCounted)]),
    { byIndex: true },
  );
  return (
    organisation && {
      organisationId,
      organisationName: organisation.name,
      role,
      isLastOwner: role === "owner" && organisation.hasOneOwner,
      /** Null where there are more than are counted. */
      members: count > mostCounted ? null : count,
    }
  );
}
