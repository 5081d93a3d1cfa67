import "server-only";
import { type Refusal, refused } from "@/lib/outcome";
import { type Confirmation, confirmationOf, type SessionUser } from "@/lib/server/access/person";
import { findOwnProofs, holdsOwnPassword } from "@/lib/server/auth/sql";
import { verifyPassword } from "@/lib/server/crypto/password-hash";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { readInScope } from "@/lib/server/runtime/read-scope";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { recordFailure } from "./record-failure";
import { recoveryCodeHash, stepOf } from "./second-factor/codes";
import { openSecret } from "./second-factor/stored-secret";

/**
 * What someone who is signed in can type to show that it is them: their password (or else a code), a code where they have no
 * password, or nothing: then a sign-in of the last minutes, by the provider or a mailed link, is what there is.
 */
export type WayToConfirm = "password" | "code" | "sign-in";

interface OwnProofs {
  passwordHash: string | null;
  factor: { secret: Uint8Array; lastStep: bigint } | null;
}

/** A second factor counts in other sessions than the one in which it was set up: there it shows nothing that the session does not. */
function elsewhere({ sessionId }: SessionUser) {
  return { OR: [{ sessionId: null }, { sessionId: { not: sessionId } }] };
}

async function ownProofs(user: SessionUser): Promise<OwnProofs> {
  const found = await readInScope({ user: user.id }, (tx) => findOwnProofs(tx, user));
  const { passwordHash, secret, lastStep } = found;
  return { passwordHash, factor: secret && { secret, lastStep: BigInt(lastStep ?? 0) } };
}

export async function wayToConfirm(user: SessionUser): Promise<WayToConfirm> {
  const { passwordHash, factor } = await ownProofs(user);
  return passwordHash !== null ? "password" : factor !== null ? "code" : "sign-in";
}

/**
 * Takes the proof that someone types before what a session alone must not do, and writes it down in the session, where it holds for
 * ten minutes. Tries are counted for each session: who holds a stolen one does not use up the owner's.
 */
export async function confirmIdentity(
  user: SessionUser,
  typed: string,
  origin: RequestOrigin,
): Promise<{ ok: true; confirmation: Confirmation } | Refusal> {
  const { passwordHash, factor } = await ownProofs(user);
  if (passwordHash === null && factor === null) {
    return refused("present", "There is nothing to type here. Sign in again, then do this within ten minutes.");
  }
  if (!(await isWithinLimit("confirm", user.sessionId, { points: 10, seconds: 15 * 60 }))) {
    return refused("present", "Too many tries. Wait 15 minutes, then try again.");
  }
  const isProven =
    (passwordHash !== null && typed !== "" && (await verifyPassword(passwordHash, typed))) ||
    (factor !== null && (await takeCode(user, factor, typed)));
  if (!isProven || !(await writeDown(user, passwordHash))) {
    recordFailure(user.email, origin, "confirmation");
    return refused(
      "present",
      passwordHash === null
        ? "This code is wrong, or was used before. Wait for the next one and try again."
        : "This password is wrong. Check it and try again.",
    );
  }
  const confirmation = await confirmationOf(user);
  return confirmation ? { ok: true, confirmation } : refused("present", "You are signed out. Sign in again.");
}

/** Nothing is written where the password has changed since it was compared. */
function writeDown(user: SessionUser, passwordHash: string | null): Promise<boolean> {
  return inScope({ user: user.id }, async (tx) => {
    if (!(await holdsOwnPassword(tx, passwordHash))) return false;
    const where = { id: user.sessionId, userId: user.id, endedAt: null };
    await tx.session.updateMany({ where, data: { confirmedAt: new Date() } });
    return true;
  });
}

/** Uses up a code of the authenticator, or a recovery code. */
async function takeCode(user: SessionUser, factor: NonNullable<OwnProofs["factor"]>, typed: string) {
  const secret = openSecret(factor.secret, user.id);
  const step = secret && stepOf(secret, typed, Number(factor.lastStep), new Date());
  const codeHash = recoveryCodeHash(typed);
  return inScope({ user: user.id }, async (tx) => {
    if (step !== null) {
      const where = { userId: user.id, lastStep: { lt: step }, ...elsewhere(user) };
      return (await tx.secondFactor.updateMany({ where, data: { lastStep: step } })).count === 1;
    }
    if (codeHash === null) return false;
    const where = { userId: user.id, codeHash, usedAt: null, ...elsewhere(user) };
    return (await tx.recoveryCode.updateMany({ where, data: { usedAt: new Date() } })).count === 1;
  });
}
