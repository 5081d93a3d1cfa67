import "server-only";
import type { AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import { unsafePrisma } from "@/lib/server/runtime/prisma";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import type { OrganisationRole } from "@/prisma/generated/client";

export interface FoundOrganisationInvitation {
  state: "open" | "used" | "revoked" | "expired";
  organisationId: string;
  /** Null where the link is not open. */
  organisationName: string | null;
  inviterName: string | null;
  role: OrganisationRole;
}

/** What has become of a link into an organisation; null where nobody ever gave it out. */
export async function unsafeFindOrganisationInvitation(
  tokenHash: Uint8Array,
): Promise<FoundOrganisationInvitation | null> {
  const rows = await unsafePrisma().$queryRaw<FoundOrganisationInvitation[]>`
    select state, organisation_id as "organisationId", organisation_name as "organisationName",
           inviter_name as "inviterName", role::text as role
    from find_organisation_invitation(${tokenHash})`;
  return rows[0] ?? null;
}

/** Why a membership stays as it is: it or the asking person's is not there, they may not, or nobody would be left to own. */
export type MembershipRefusal = "gone" | "refused" | "last-owner";

/** Gives a member another role; the database holds the rules (docs/security.md). */
export async function changeMembershipRole(
  tx: ScopedTransaction,
  organisationId: AuthorizedOrganisationId,
  userId: string,
  role: OrganisationRole,
): Promise<"changed" | "unchanged" | MembershipRefusal> {
  const rows = await tx.$queryRaw<{ outcome: "changed" | "unchanged" | MembershipRefusal }[]>`
    select change_membership_role(${organisationId}::uuid, ${userId}::uuid, ${role}::organisation_role) as outcome`;
  return rows[0]?.outcome ?? "gone";
}

/** Ends a membership, one's own or another's, and what rests on it: shares, tokens and unused links. */
export async function removeMembership(
  tx: ScopedTransaction,
  organisationId: AuthorizedOrganisationId,
  userId: string,
): Promise<"removed" | MembershipRefusal> {
  const rows = await tx.$queryRaw<{ outcome: "removed" | MembershipRefusal }[]>`
    select remove_membership(${organisationId}::uuid, ${userId}::uuid) as outcome`;
  return rows[0]?.outcome ?? "gone";
}
