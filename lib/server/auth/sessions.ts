import "server-only";
import { type SessionUser, userOfSession } from "@/lib/server/access/person";
import { isSessionLive } from "@/lib/server/access/session-rules";
import { endOwnApiTokens } from "@/lib/server/api/end-own-tokens";
import { recordOwnEvent } from "@/lib/server/audit/record-event";
import { holdsOwnPassword, ownPasswordHash } from "@/lib/server/auth/sql";
import { hashToken, newToken } from "@/lib/server/crypto/tokens";
import type { AuthenticatedUserId } from "@/lib/server/runtime/ids";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";

export type SignInWay = "password" | "mail" | "OpenID Connect";

/** Begins a session of a person who has just proven who they are; the token goes to the browser, its hash is stored. */
export function beginSession(
  user: AuthenticatedUserId,
  origin: RequestOrigin,
  way: SignInWay = "password",
  provenAt = new Date(),
): Promise<string> {
  return inScope({ user }, (tx) => addSession(tx, user, origin, way, provenAt));
}

/**
 * Begins a session that rests on a password, unless the person has another one by now: it may have been changed, or ended by the first
 * proof of the address, since it was found to be right.
 *
 * @param passwordHash what the password was checked against; null where the person had none
 * @returns null where it has changed
 */
export function beginSessionByPassword(
  user: AuthenticatedUserId,
  passwordHash: string | null,
  origin: RequestOrigin,
  way: SignInWay,
): Promise<string | null> {
  return inScope({ user }, async (tx) =>
    (await holdsOwnPassword(tx, passwordHash)) ? addSession(tx, user, origin, way) : null,
  );
}

/**
 * The same within a transaction, in which has been proven whatever the session rests on. Where the person has no password to be asked
 * for once more, signing in by the provider or a mailed link is the proof that confirm-identity.ts looks for.
 *
 * @param provenAt when the person showed who they are: a provider may have known them for hours
 */
export async function addSession(
  tx: ScopedTransaction,
  user: AuthenticatedUserId,
  origin: RequestOrigin,
  way: SignInWay,
  provenAt = new Date(),
): Promise<string> {
  const token = newToken();
  const isProof = way !== "password" && (await ownPasswordHash(tx)) === null;
  const data = {
    userId: user,
    tokenHash: hashToken(token),
    address: origin.address.slice(0, 100),
    agent: origin.agent,
    way,
    confirmedAt: isProof ? provenAt : null,
  };
  await tx.session.create({ data, select: { id: true } });
  await recordOwnEvent(tx, user, origin, "session.began", { way });
  return token;
}

/** Signs out: ends the session of a token; one that is over already stays as it is. */
export async function endSession(token: string, origin: RequestOrigin): Promise<void> {
  const user = await userOfSession(token);
  if (user) await endSessions(user, [user.sessionId], origin);
}

/** A session as its person sees it in the list of theirs. */
export interface ListedSession {
  id: string;
  address: string;
  agent: string;
  seenAt: string;
  isThisOne: boolean;
}

/** The person's sessions that are still open: this one, then by when they were last seen. */
export async function listSessions(user: SessionUser): Promise<ListedSession[]> {
  const rows = await inScope({ user: user.id }, (tx) =>
    tx.session.findMany({
      where: { userId: user.id, endedAt: null },
      orderBy: { seenAt: "desc" },
      select: { id: true, address: true, agent: true, createdAt: true, seenAt: true, endedAt: true },
    }),
  );
  return rows
    .filter((row) => isSessionLive(row, new Date()))
    .map(({ id, address, agent, seenAt }) => ({
      id,
      address,
      agent,
      seenAt: seenAt.toISOString(),
      isThisOne: id === user.sessionId,
    }))
    .sort((a, b) => Number(b.isThisOne) - Number(a.isThisOne));
}

/**
 * Ends those of the person's sessions that are named, or all but this one.
 *
 * @param endsTokens whether the person's API tokens end too
 * @returns how many sessions were ended
 */
export async function endSessions(
  user: SessionUser,
  which: string[] | "others",
  origin: RequestOrigin,
  endsTokens = false,
): Promise<number> {
  const id = which === "others" ? { not: user.sessionId } : { in: which };
  return inScope({ user: user.id }, async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id, userId: user.id, endedAt: null },
      data: { endedAt: new Date() },
    });
    const tokens = endsTokens ? await endOwnApiTokens(tx, user.id) : 0;
    if (count + tokens > 0) {
      const detail = { sessions: count, ...(tokens > 0 && { "API tokens ended": tokens }) };
      await recordOwnEvent(tx, user.id, origin, "session.ended", detail);
    }
    return count;
  });
}
