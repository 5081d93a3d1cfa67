import "server-only";
import { type ApiScope, apiScopes } from "@/lib/schemas/api/scopes";
import {
  unsafeFindSession,
  unsafeFindUserForSignIn,
  unsafeRedeemPasswordReset,
  unsafeUseApiToken,
} from "@/lib/server/access/before-scope";
import {
  type IdentityClaims,
  type TriedSignInStep,
  unsafePassSignInStep,
  unsafeRedeemSignInLink,
  unsafeSignInByIdentity,
} from "@/lib/server/access/before-sign-in";
import { verifyPassword } from "@/lib/server/crypto/password-hash";
import { hashToken, isToken } from "@/lib/server/crypto/tokens";
import type { AuthenticatedUserId, AuthorizedOrganisationId, ConfirmedSessionId } from "@/lib/server/runtime/ids";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import type { OrganisationRole } from "@/prisma/generated/client";
import { isProofFresh, isSessionLive } from "./session-rules";

/** Whoever asks: the person of the session, or of the API token, that the request carries. */
export interface AuthenticatedUser {
  id: AuthenticatedUserId;
  name: string;
  email: string;
}

export interface SessionUser extends AuthenticatedUser {
  sessionId: string;
  /** When the session was last written down as seen. */
  seenAt: Date;
}

/** The person of a session's token, or null where it is unknown, ended or too old. */
export async function userOfSession(token: string): Promise<SessionUser | null> {
  if (!isToken(token)) return null;
  const found = await unsafeFindSession(hashToken(token));
  if (found === null || !isSessionLive(found, new Date())) return null;
  const { userId, name, email, sessionId, seenAt } = found;
  return { id: userId as AuthenticatedUserId, name, email, sessionId, seenAt };
}

/** Proof that whoever uses a session has shown of late that they are its person, with what a thief of the session does not have. */
export interface Confirmation {
  user: SessionUser;
  session: ConfirmedSessionId;
}

/** The proof that this session carries (confirm-identity.ts writes it), or null where it has none or the last one is too old. */
export async function confirmationOf(user: SessionUser): Promise<Confirmation | null> {
  const session = await inScope({ user: user.id }, (tx) =>
    tx.session.findFirst({
      where: { id: user.sessionId, userId: user.id, endedAt: null },
      select: { confirmedAt: true },
    }),
  );
  if (!isProofFresh(session?.confirmedAt ?? null, new Date())) return null;
  return { user, session: user.sessionId as ConfirmedSessionId };
}

/** An API token that was shown: who it acts for, where, and what it may do. */
export interface TokenHolder {
  tokenId: string;
  user: AuthenticatedUser;
  organisationId: AuthorizedOrganisationId;
  /** The person's own, in the organisation. */
  role: OrganisationRole;
  scopes: readonly ApiScope[];
}

/** Whom an API token acts for, or null where it is unknown, ended or outdated, or its person has left its organisation. */
export async function holderOfApiToken(token: string): Promise<TokenHolder | null> {
  const found = await unsafeUseApiToken(hashToken(token));
  if (found === null) return null;
  const { tokenId, userId, name, email, organisationId, role, scopes } = found;
  return {
    tokenId,
    user: { id: userId as AuthenticatedUserId, name, email },
    organisationId: organisationId as AuthorizedOrganisationId,
    role,
    scopes: apiScopes.filter((scope) => scopes.includes(scope)),
  };
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
  { userId }: TriedSignInStep,
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
