import "server-only";
import { z } from "zod";
import { personFrame } from "@/lib/server/access/person-frame";
import type { AuthenticatedUserId, AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import { readInScope } from "@/lib/server/runtime/read-scope";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import type { OrganisationRole } from "@/prisma/generated/client";
import { createOwnOrganisation } from "./before-scope";
import type { AuthenticatedUser, TokenHolder } from "./person";
import { allowsOrganisation, type OrganisationNeed, type OrganisationRights } from "./roles";

/** Proof that a person may do something with an organisation. What asks for the view of one takes the management of it too. */
export interface OrganisationAccess<R extends OrganisationRights[OrganisationNeed]> {
  user: AuthenticatedUser;
  organisationId: AuthorizedOrganisationId;
  role: OrganisationRole;
  may: R;
  scope: { user: AuthenticatedUserId; organisation: AuthorizedOrganisationId };
}

export type OrganisationViewAccess = OrganisationAccess<OrganisationRights["organisation:view"]>;

export type OrganisationManageAccess = OrganisationAccess<OrganisationRights["organisation:manage"]>;

export type OrganisationOwnAccess = OrganisationAccess<OrganisationRights["organisation:own"]>;

/**
 * Proof that the person may do this with the organisation that the request names. Null where it is not there or they do not belong to it,
 * which is to be answered alike; "refused" where they belong to it but may not do this.
 */
export async function authorizeOrganisation<N extends OrganisationNeed>(
  user: AuthenticatedUser,
  id: unknown,
  need: N,
): Promise<OrganisationAccess<OrganisationRights[N]> | "refused" | null> {
  const named = z.uuid().safeParse(id);
  if (!named.success) return null;
  const [membership] = await readInScope(
    { user: user.id },
    (tx) => tx.$queryRaw<{ organisationId: string; role: OrganisationRole }[]>`
      select m.organisation_id as "organisationId", m.role::text as role
      from memberships m where m.user_id = ${user.id}::uuid and m.organisation_id = ${named.data}::uuid`,
  );
  if (membership === undefined) return null;
  return allowsOrganisation(membership.role, need) ? organisationAccess(user, membership) : "refused";
}

/** Proof that the person whose token was shown may do this with the organisation that the token keeps to; "refused" where they may not. */
export function authorizeTokenOrganisation<N extends OrganisationNeed>(
  { user, organisationId, role }: TokenHolder,
  need: N,
): OrganisationAccess<OrganisationRights[N]> | "refused" {
  return allowsOrganisation(role, need) ? organisationAccess(user, { organisationId, role }) : "refused";
}

/**
 * The organisation that the person works in at present, where new models go: the chosen one while they belong to it, else the one they
 * joined first. Null for somebody who belongs to none.
 *
 * @param chosen an organisation's id as the browser remembers it; proves nothing
 */
export async function authorizeCurrentOrganisation(
  user: AuthenticatedUser,
  chosen?: string,
): Promise<OrganisationViewAccess | null> {
  const { organisations } = await personFrame(user);
  const current = organisations.find(({ id }) => id === chosen) ?? organisations[0];
  return current ? organisationAccess(user, { organisationId: current.id, role: current.role }) : null;
}

/** Makes an organisation that the scope's person owns. */
export async function makeOrganisation(tx: ScopedTransaction, name: string): Promise<AuthorizedOrganisationId> {
  return (await createOwnOrganisation(tx, name)) as AuthorizedOrganisationId;
}

function organisationAccess<N extends OrganisationNeed>(
  user: AuthenticatedUser,
  membership: { organisationId: string; role: OrganisationRole },
): OrganisationAccess<OrganisationRights[N]> {
  const organisationId = membership.organisationId as AuthorizedOrganisationId;
  const rights = { organisationView: true, organisationManage: true, organisationOwn: true } as const;
  return {
    user,
    organisationId,
    role: membership.role,
    may: rights as unknown as OrganisationRights[N],
    scope: { user: user.id, organisation: organisationId },
  };
}
