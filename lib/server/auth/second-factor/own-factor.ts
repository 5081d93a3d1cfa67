import "server-only";
import { encode } from "uqr";
import { type Outcome, refused } from "@/lib/outcome";
import type { Confirmation, SessionUser } from "@/lib/server/access/person";
import { recordOwnEvent } from "@/lib/server/audit/record-event";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import { keyOf, newRecoveryCodes, newSecret, recoveryCodeHash, stepOf } from "./codes";
import { openSecret, sealSecret } from "./stored-secret";

/** What an authenticator app reads: a QR code as the path of an SVG, `size` squares wide, or the key to type in. */
export interface AuthenticatorKey {
  size: number;
  path: string;
  key: string;
}

export type NewFactorOutcome = Outcome<AuthenticatorKey>;
export type NewCodesOutcome = Outcome<{ codes: string[] }>;

/**
 * Begins to turn two-factor on: a new secret, which is asked for only once a code of it has been typed. It takes a proof, as who
 * holds a factor and its recovery codes passes for the person afterwards.
 */
export async function beginFactor({ user }: Confirmation): Promise<NewFactorOutcome> {
  const secret = newSecret();
  const isNew = await inScope({ user: user.id }, async (tx) => {
    await tx.secondFactor.deleteMany({ where: { userId: user.id, confirmedAt: null } });
    const { count } = await tx.secondFactor.createMany({
      data: { userId: user.id, secret: sealSecret(secret, user.id), sessionId: user.sessionId },
      skipDuplicates: true,
    });
    return count === 1;
  });
  if (!isNew) return refused("form", "Two-factor is on already. Turn it off first to use another authenticator.");
  const { uri, key } = keyOf(secret, user.email);
  const { size, data } = encode(uri, { border: 4 });
  const squares = data.flatMap((row, y) => row.flatMap((isBlack, x) => (isBlack ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { ok: true, size, path: squares.join(""), key };
}

/**
 * Turns two-factor on, with a first code of the authenticator that this session has begun with, for which a proof was asked.
 *
 * @returns the recovery codes, which are shown this once
 */
export async function confirmFactor(user: SessionUser, code: string, origin: RequestOrigin): Promise<NewCodesOutcome> {
  if (!(await isWithinLimit("confirm-factor", user.sessionId, { points: 10, seconds: 15 * 60 }))) {
    return refused("code", "Too many tries. Wait 15 minutes, then try again.");
  }
  return inScope({ user: user.id }, async (tx): Promise<NewCodesOutcome> => {
    const where = { userId: user.id, confirmedAt: null, sessionId: user.sessionId };
    const factor = await tx.secondFactor.findFirst({ where, select: { secret: true } });
    const secret = factor && openSecret(factor.secret, user.id);
    if (!secret) return refused("code", "This has taken too long, or two-factor is on already. Load the page anew.");
    const step = stepOf(secret, code, 0, new Date());
    if (step === null) {
      return refused(
        "code",
        "This code is wrong. Type the one that the app shows now; the clock of its device must be right.",
      );
    }
    const { count } = await tx.secondFactor.updateMany({ where, data: { confirmedAt: new Date(), lastStep: step } });
    if (count !== 1) return refused("code", "Two-factor was turned on in another window. Load the page anew.");
    await recordOwnEvent(tx, user.id, origin, "two-factor.on");
    return { ok: true, codes: await replaceCodes(tx, user) };
  });
}

/** Turns two-factor off: the secret and the recovery codes are gone. */
export async function turnFactorOff({ user }: Confirmation, origin: RequestOrigin): Promise<Outcome> {
  await inScope({ user: user.id }, async (tx) => {
    await tx.recoveryCode.deleteMany({ where: { userId: user.id } });
    const { count } = await tx.secondFactor.deleteMany({ where: { userId: user.id } });
    if (count > 0) await recordOwnEvent(tx, user.id, origin, "two-factor.off");
  });
  return { ok: true };
}

/** Makes new recovery codes; the old ones no longer work. */
export async function makeNewCodes({ user }: Confirmation, origin: RequestOrigin): Promise<NewCodesOutcome> {
  return inScope({ user: user.id }, async (tx): Promise<NewCodesOutcome> => {
    const factor = await tx.secondFactor.count({ where: { userId: user.id, confirmedAt: { not: null } } });
    if (factor === 0) return refused("form", "Two-factor is off.");
    await recordOwnEvent(tx, user.id, origin, "two-factor.new-codes");
    return { ok: true, codes: await replaceCodes(tx, user) };
  });
}

async function replaceCodes(tx: ScopedTransaction, user: SessionUser): Promise<string[]> {
  const codes = newRecoveryCodes();
  const hashes = codes.map(recoveryCodeHash).filter((hash) => hash !== null);
  await tx.recoveryCode.deleteMany({ where: { userId: user.id } });
  await tx.recoveryCode.createMany({
    data: hashes.map((codeHash) => ({ userId: user.id, codeHash, sessionId: user.sessionId })),
  });
  return codes;
}
