import "server-only";
import type { SessionUser } from "@/lib/server/access";
import { ownPasswordHash } from "@/lib/server/before-scope";
import { isWithinLimit } from "@/lib/server/rate-limits";
import { inScope } from "@/lib/server/scope";
import { verifyPassword } from "./password-hash";
import { recoveryCodeHash, stepOf } from "./second-factor/codes";
import { openSecret } from "./second-factor/stored-secret";

/**
 * Asks somebody who is signed in for their password once more, or for a code of their authenticator or a recovery code, before what a session alone
 * should not do. Whoever has neither is taken at their session's word. A code is used up.
 *
 * @returns what is wrong, in a sentence, or null
 */
export async function identityFault(user: SessionUser, typed: string): Promise<string | null> {
  const { passwordHash, factor } = await inScope({ user: user.id }, async (tx) => ({
    passwordHash: await ownPasswordHash(tx),
    factor: await tx.secondFactor.findFirst({
      where: { userId: user.id, confirmedAt: { not: null } },
      select: { secret: true, lastStep: true },
    }),
  }));
  if (passwordHash === null && factor === null) return null;
  if (!(await isWithinLimit("confirm", user.id, { points: 10, seconds: 15 * 60 }))) {
    return "Too many tries. Wait 15 minutes, then try again.";
  }
  if (passwordHash !== null && typed !== "" && (await verifyPassword(passwordHash, typed))) return null;
  if (factor !== null && (await takeCode(user, factor, typed))) return null;
  return passwordHash === null
    ? "This code is wrong, or was used before. Wait for the next one and try again."
    : "This password is wrong. Check it and try again.";
}

/** Uses up a code of the authenticator, or a recovery code. */
async function takeCode(user: SessionUser, factor: { secret: Uint8Array; lastStep: bigint }, typed: string) {
  const secret = openSecret(factor.secret, user.id);
  const step = secret && stepOf(secret, typed, Number(factor.lastStep), new Date());
  const codeHash = recoveryCodeHash(typed);
  return inScope({ user: user.id }, async (tx) => {
    if (step !== null) {
      const where = { userId: user.id, lastStep: { lt: step } };
      return (await tx.secondFactor.updateMany({ where, data: { lastStep: step } })).count === 1;
    }
    if (codeHash === null) return false;
    const where = { userId: user.id, codeHash, usedAt: null };
    return (await tx.recoveryCode.updateMany({ where, data: { usedAt: new Date() } })).count === 1;
  });
}
