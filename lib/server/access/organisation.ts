import "server-only";
import { z } from "zod";
import { personFrame } from "@/lib/server/access/person-frame";
import { createOwnOrganisation, findMembership } from "@/lib/server/access/sql";
import type { AuthenticatedUserId, AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import type { OrganisationRole } from "@/prisma/generated/client";
import type { AuthenticatedUser, SessionUser, TokenHolder } from "./person";
import { Proof, sealProof } from "./proof";
import { allowsOrganisation, type OrganisationNeed, type OrganisationRights, organisationRights } from "./roles";
import { isSessionLive } from "./session-rules";

/** Proof that a person may do something with an organisation. What asks for the view of one takes the management of it too. */
class OrganisationProof<R extends OrganisationRights[OrganisationNeed]> extends Proof {
  readonly organisationId: AuthorizedOrganisationId;
  readonly role: OrganisationRole;
  readonly scope: { readonly user: AuthenticatedUserId; readonly organisation: AuthorizedOrganisationId };

  constructor(
    readonly user: AuthenticatedUser,
    found: { organisationId: string; role: OrganisationRole },
    readonly may: R,
  ) {
    super();
    this.organisationId = found.organisationId as AuthorizedOrganisationId;
    this.role = found.role;
    this.scope = Object.freeze({ user: user.id, organisation: this.organisationId });
    sealProof(this);
  }
}

export type { OrganisationProof as OrganisationAccess };

export type OrganisationViewAccess = OrganisationProof<OrganisationRights["organisation:view"]>;

export type OrganisationManageAccess = OrganisationProof<OrganisationRights["organisation:manage"]>;

export type OrganisationOwnAccess = OrganisationProof<OrganisationRights["organisation:own"]>;

/**
 * Proof that the person may do this with the organisation that the request names. Null where it is not there or they do not belong to it,
 * which is to be answered alike; "refused" where they belong to it but may not do this.
 */
export async function authorizeOrganisation<N extends OrganisationNeed>(
  user: AuthenticatedUser,
  id: unknown,
  need: N,
): Promise<OrganisationProof<OrganisationRights[N]> | "refused" | null> {
  const named = z.uuid().safeParse(id);
  if (!named.success) return null;
  const membership = await readInScope({ user: user.id }, (tx) => findMembership(tx, user.id, named.data));
  if (membership === null) return null;
  if (!allowsOrganisation(membership.role, need)) return "refused";
  return new OrganisationProof(user, membership, organisationRights[need]);
}

/**
 * Proof that the person of a session may still view an organisation, for who reads on: "signedOut" where the session has ended, "gone" for
 * all that authorizeOrganisation answers with null.
 */
export async function proveMember(
  user: SessionUser,
  id: string,
): Promise<OrganisationProof<OrganisationRights["organisation:view"]> | "gone" | "signedOut"> {
  const { session, membership } = await inScope({ user: user.id }, async (tx) => ({
    session: await tx.session.findFirst({
      where: { id: user.sessionId, userId: user.id },
      select: { createdAt: true, seenAt: true, endedAt: true },
    }),
    membership: await findMembership(tx, user.id, id),
  }));
  if (session === null || !isSessionLive(session, new Date())) return "signedOut";
  if (membership === null) return "gone";
  return new OrganisationProof(user, membership, organisationRights["organisation:view"]);
}

/** Proof that the person whose token was shown may do this with the organisation that the token keeps to; "refused" where they may not. */
export function authorizeTokenOrganisation<N extends OrganisationNeed>(
  holder: TokenHolder,
  need: N,
): OrganisationProof<OrganisationRights[N]> | "refused" {
  if (!allowsOrganisation(holder.role, need)) return "refused";
  return new OrganisationProof(holder.user, holder, organisationRights[need]);
}

/**
 * The organisation that the person works in at present, where new models go: the chosen one while they belong to it, else the one they
 * joined first. Null where they belong to none.
 *
 * @param chosen an organisation's id as the browser remembers it; proves nothing
 */
export async function authorizeCurrentOrganisation(
  user: AuthenticatedUser,
  chosen?: string,
): Promise<OrganisationViewAccess | null> {
  const { organisations } = await personFrame(user);
  const current = organisations.find(({ id }) => id === chosen) ?? organisations[0];
  if (current === undefined) return null;
  const found = { organisationId: current.id, role: current.role };
  return new OrganisationProof(user, found, organisationRights["organisation:view"]);
}

/** Makes an organisation that the scope's person owns. */
export async function makeOrganisation(tx: ScopedTransaction, name: string): Promise<AuthorizedOrganisationId> {
  return (await createOwnOrganisation(tx, name)) as AuthorizedOrganisationId;
}
