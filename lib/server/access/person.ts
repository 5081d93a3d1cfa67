import "server-only";
import { type ApiScope, apiScopes } from "@/lib/organisations/api-scopes";
import {
  type DecisionToCheck,
  type FoundModel,
  type FoundSession,
  type IdentityClaims,
  type UsedApiToken,
  unsafeFindSession,
  unsafeFindUserForSignIn,
  unsafePassSignInStep,
  unsafeRedeemPasswordReset,
  unsafeRedeemSignInLink,
  unsafeSignInByIdentity,
  unsafeUseApiToken,
} from "@/lib/server/access/sql";
import { verifyPassword } from "@/lib/server/crypto/password-hash";
import { hashToken, isToken } from "@/lib/server/crypto/tokens";
import type { AuthenticatedUserId, AuthorizedOrganisationId, ConfirmedSessionId } from "@/lib/server/runtime/ids";
import { drawAnewAfter } from "@/lib/server/runtime/page-reads";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import type { OrganisationRole } from "@/prisma/generated/client";
import { Proof, sealProof } from "./proof";
import { isProofFresh, isSessionLive, nextLook } from "./session-rules";

/** Who asks: the person of the session, or of the API token, that the request carries. */
class Authenticated extends Proof {
  readonly id: AuthenticatedUserId;
  readonly name: string;
  readonly email: string;

  constructor(found: { userId: string; name: string; email: string }) {
    super();
    this.id = found.userId as AuthenticatedUserId;
    this.name = found.name;
    this.email = found.email;
    if (new.target === Authenticated) sealProof(this);
  }
}

class OfSession extends Authenticated {
  readonly sessionId: string;
  /** When the session was last written down as seen. */
  readonly seenAt: Date;

  constructor(found: FoundSession) {
    super(found);
    this.sessionId = found.sessionId;
    this.seenAt = found.seenAt;
    sealProof(this);
  }
}

export type { Authenticated as AuthenticatedUser, OfSession as SessionUser };

/** The person of a session's token, or null where it is unknown, ended or too old. */
export async function userOfSession(token: string): Promise<OfSession | null> {
  if (!isToken(token)) return null;
  const found = await unsafeFindSession(hashToken(token));
  if (found === null || !isSessionLive(found, new Date())) return null;
  drawAnewAfter(nextLook(found));
  return new OfSession(found);
}

/** The person who answers for a decision that is due to be looked at, as the database hands it out. */
export function answerableFor(found: DecisionToCheck): Authenticated {
  return new Authenticated(found);
}

/** Proof that who uses a session has shown of late that they are its person, with what a thief of the session does not have. */
class FreshProof extends Proof {
  readonly session: ConfirmedSessionId;

  constructor(readonly user: OfSession) {
    super();
    this.session = user.sessionId as ConfirmedSessionId;
    sealProof(this);
  }
}

export type { FreshProof as Confirmation };

/** The proof that this session carries (confirm-identity.ts writes it), or null where it has none or the last one is too old. */
export async function confirmationOf(user: OfSession): Promise<FreshProof | null> {
  const session = await inScope({ user: user.id }, (tx) =>
    tx.session.findFirst({
      where: { id: user.sessionId, userId: user.id, endedAt: null },
      select: { confirmedAt: true },
    }),
  );
  if (!isProofFresh(session?.confirmedAt ?? null, new Date())) return null;
  return new FreshProof(user);
}

/** An API token that was shown: who it acts for, where, and what it may do. */
class OfToken extends Proof {
  readonly tokenId: string;
  readonly user: Authenticated;
  readonly organisationId: AuthorizedOrganisationId;
  /** The person's own, in the organisation. */
  readonly role: OrganisationRole;
  readonly scopes: readonly ApiScope[];

  constructor(found: UsedApiToken) {
    super();
    this.tokenId = found.tokenId;
    this.user = new Authenticated(found);
    this.organisationId = found.organisationId as AuthorizedOrganisationId;
    this.role = found.role;
    this.scopes = apiScopes.filter((scope) => found.scopes.includes(scope));
    sealProof(this);
  }
}

export type { OfToken as TokenHolder };

/**
 * Whom an API token acts for, or null where it is unknown, ended or outdated, or its person has left its organisation.
 *
 * @param modelId of the model that the request names, to be looked up with it; authorizeTokenModel judges what was found
 */
export async function holderOfApiToken(
  token: string,
  modelId: string | null = null,
): Promise<{ holder: OfToken; model: FoundModel | null } | null> {
  const used = await unsafeUseApiToken(hashToken(token), modelId);
  return used && { holder: new OfToken(used.token), model: used.model };
}

/**
 * The person of an address and a password, or null; it takes as long where nobody has the address. With the hash that it was checked
 * against: whatever rests on it asks whether it is still the present one.
 */
export async function userOfPassword(
  email: string,
  password: string,
): Promise<{ id: AuthenticatedUserId; passwordHash: string } | null> {
  const found = await unsafeFindUserForSignIn(email);
  const passwordHash = found?.passwordHash ?? null;
  const isRight = await verifyPassword(passwordHash, password);
  return found && passwordHash !== null && isRight ? { id: found.userId as AuthenticatedUserId, passwordHash } : null;
}

/**
 * The person whose mailed link this is, which is used up and proves their address; null where it is unknown, used or expired. With the
 * hash of their password: whatever rests on the link asks whether it is still the present one.
 */
export async function userOfSignInLink(
  token: string,
): Promise<{ id: AuthenticatedUserId; email: string; wasFirst: boolean; passwordHash: string | null } | null> {
  if (!isToken(token)) return null;
  const found = await unsafeRedeemSignInLink(hashToken(token));
  if (found === null) return null;
  const { userId, email, wasFirst, passwordHash } = found;
  return { id: userId as AuthenticatedUserId, email, wasFirst, passwordHash };
}

/**
 * The person whose reset link this is, which is used up and sets their password; null where it is unknown, used or expired.
 *
 * @param also what is written with it or not at all, in the scope of the person
 */
export async function userOfPasswordReset(
  token: string,
  passwordHash: string,
  also: (tx: ScopedTransaction, user: AuthenticatedUserId) => Promise<void>,
): Promise<AuthenticatedUserId | null> {
  const person = await unsafeRedeemPasswordReset(hashToken(token), passwordHash, (tx, id) =>
    also(tx, id as AuthenticatedUserId),
  );
  return person as AuthenticatedUserId | null;
}

/** The person of a sign-in whose second step is passed by a time step or a recovery code, both used up by it; else null. */
export async function userOfSignInStep(
  token: string,
  { userId }: { userId: string },
  by: Parameters<typeof unsafePassSignInStep>[1],
): Promise<{ id: AuthenticatedUserId; way: "password" | "mail"; passwordHash: string | null } | null> {
  const passed = await unsafePassSignInStep(hashToken(token), by);
  if (passed?.userId !== userId) return null;
  return { id: passed.userId as AuthenticatedUserId, way: passed.way, passwordHash: passed.passwordHash };
}

/** The person of an OpenID Connect subject, whose claims the caller has verified, or why there is none. */
export async function userOfIdentity(
  claims: IdentityClaims,
): Promise<{ id: AuthenticatedUserId } | { refused: "unverified" | "other" | "closed" }> {
  const { outcome, userId } = await unsafeSignInByIdentity(claims);
  return userId === null ? { refused: outcome } : { id: userId as AuthenticatedUserId };
}
