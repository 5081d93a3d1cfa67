import "server-only";
import { z } from "zod";
import { moment } from "@/lib/schemas/day";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { ReadList } from "@/lib/server/lists/read-page";
import {
  counted,
  hasWords,
  type InvitationRow,
  inOrder,
  invitationColumns,
  isOpenInvitation,
  limitOf,
  newestFirst,
} from "@/lib/server/lists/sql";
import type { AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import { unsafePrisma } from "@/lib/server/runtime/prisma";
import type { ReadTransaction } from "@/lib/server/runtime/read-scope";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import { rowsPerPage } from "@/lib/text/list-position";
import { type OrganisationRole, Prisma } from "@/prisma/generated/client";

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

export interface MemberRow {
  userId: string;
  name: string;
  email: string;
  role: OrganisationRole;
  rank: number;
  joinedAt: Date;
}

/** Owners first, then admins, then members; each in the order in which they joined. */
type MemberPlace = [rank: number, joinedAt: string, userId: string];
const memberPlace = z.tuple([z.int().min(0).max(2), moment(), z.uuid()]);

/** @param search words of their names and addresses */
export function members(
  tx: ReadTransaction,
  { organisationId }: OrganisationViewAccess,
  search: string,
): ReadList<MemberRow, MemberPlace> {
  const columns = [Prisma.sql`m.rank`, Prisma.sql`m.created_at`, Prisma.sql`m.user_id`];
  const valuesOf = ([rank, joinedAt, userId]: MemberPlace) =>
    Prisma.sql`${rank}::int, ${new Date(joinedAt)}, ${userId}::uuid`;
  // Offset 0 has PostgreSQL look each member up, in their order, and end once it has enough.
  const named = Prisma.sql`exists (select from users u
    where u.id = m.user_id and ${hasWords(Prisma.sql`u.folded_name || ' ' || u.email`, search)} offset 0)`;
  const where = Prisma.sql`m.organisation_id = ${organisationId}::uuid and ${search === "" ? Prisma.sql`true` : named}`;
  return {
    rowsPerPage,
    place: memberPlace,
    placeOf: ({ rank, joinedAt, userId }) => [rank, joinedAt.toISOString(), userId],
    count: (most) => counted(tx, Prisma.sql`from memberships m where ${where} order by ${Prisma.join(columns)}`, most),
    stretch: (stretch) => {
      const { beside, by } = inOrder(stretch, columns, valuesOf);
      return tx.$queryRaw<MemberRow[]>`
        with page as materialized (
          select m.user_id, m.role, m.rank, m.created_at from memberships m
          where ${where} and ${beside} order by ${by} ${limitOf(stretch)})
        select u.id as "userId", u.name, u.email, m.role::text as role, m.rank, m.created_at as "joinedAt"
        from page m join users u on u.id = m.user_id order by ${by}`;
    },
  };
}

/** The name of the organisation, and whether it has one owner alone; null where the asking person does not see it. */
export async function findOwned(
  tx: ReadTransaction,
  { organisationId }: OrganisationViewAccess,
): Promise<{ name: string; hasOneOwner: boolean } | null> {
  const rows = await tx.$queryRaw<{ name: string; hasOneOwner: boolean }[]>`
    select o.name, (select count(*) from (
             select from memberships m where m.organisation_id = o.id and m.rank = 0 limit 2) m) = 1 as "hasOneOwner"
    from organisations o where o.id = ${organisationId}::uuid`;
  return rows[0] ?? null;
}

/** Links into the organisation that can still be accepted. */
export function openInvitations(tx: ReadTransaction, { organisationId }: OrganisationViewAccess) {
  return newestFirst<InvitationRow<OrganisationRole>>(tx, {
    table: Prisma.sql`organisation_invitations`,
    columns: invitationColumns,
    where: Prisma.sql`t.organisation_id = ${organisationId}::uuid and ${isOpenInvitation}`,
  });
}
