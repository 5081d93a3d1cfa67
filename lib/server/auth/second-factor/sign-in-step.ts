import "server-only";
import { userOfSignInStep } from "@/lib/server/access/person";
import { knownBrowser, rememberBrowser } from "@/lib/server/auth/known-browser";
import { recordFailure } from "@/lib/server/auth/record-failure";
import { addSession, beginSessionByPassword } from "@/lib/server/auth/sessions";
import { holdsOwnPassword, unsafeTrySignInStep } from "@/lib/server/auth/sql";
import { hashToken, isToken, newToken } from "@/lib/server/crypto/tokens";
import { readOwnCookie, setOwnCookie } from "@/lib/server/runtime/cookies";
import type { AuthenticatedUserId } from "@/lib/server/runtime/ids";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { recoveryCodeHash, stepOf } from "./codes";
import { openSecret } from "./stored-secret";

/** "secondStep": the browser holds a cookie for it, and no session exists yet. "over": the link or the second step is no longer open. */
export type SignInOutcome =
  | { kind: "signedIn"; sessionToken: string }
  | { kind: "secondStep" }
  | { kind: "wrong" }
  | { kind: "over" }
  | { kind: "wait"; seconds: number };

const name = "second-step";
const minutes = 10;

/**
 * What someone gets who has passed the first step: a session, or a second step to pass where they have an authenticator. Where the
 * password has changed since it was checked, or since the link was followed, they get neither.
 */
export async function afterFirstStep(
  user: { id: AuthenticatedUserId; email: string; passwordHash: string | null },
  way: "password" | "mail",
  origin: RequestOrigin,
): Promise<SignInOutcome> {
  const { id, email, passwordHash } = user;
  const outcome = await inScope({ user: id }, async (tx) => {
    if (!(await holdsOwnPassword(tx, passwordHash))) return { kind: way === "mail" ? "over" : "wrong" } as const;
    const factor = await tx.secondFactor.findFirst({
      where: { userId: id, confirmedAt: { not: null } },
      select: { userId: true },
    });
    if (factor === null) return { kind: "signedIn", sessionToken: await addSession(tx, id, origin, way) } as const;
    const token = newToken();
    const expiresAt = new Date(Date.now() + minutes * 60_000);
    await tx.signInStep.createMany({ data: { userId: id, tokenHash: hashToken(token), way, expiresAt } });
    return { kind: "secondStep", token } as const;
  });
  if (outcome.kind === "secondStep") {
    await setCookie(outcome.token, minutes * 60);
    return { kind: "secondStep" };
  }
  if (outcome.kind === "signedIn") await rememberBrowser(email);
  return outcome;
}

/** Whether this browser has a sign-in that waits for its second step; it may be over by now. */
export async function hasSignInStep(): Promise<boolean> {
  return isToken(await readOwnCookie(name));
}

/**
 * Signs in by the second step: a code of the authenticator, or a recovery code. There are five tries for a sign-in and twenty an
 * hour for an account; a browser in which the account has signed in before is counted on its own.
 */
export async function passSecondStep(typed: unknown, origin: RequestOrigin): Promise<SignInOutcome> {
  const token = await readOwnCookie(name);
  if (!isToken(token) || typeof typed !== "string" || typed.length > 100) return { kind: "over" };
  const tried = await unsafeTrySignInStep(hashToken(token));
  if (tried === null) {
    await setCookie("", 0);
    return { kind: "over" };
  }
  const key = `${tried.userId}:${(await knownBrowser(tried.email)) ?? ""}`;
  if (!(await isWithinLimit("second-step", key, { points: 20, seconds: 3600 }))) return { kind: "wait", seconds: 3600 };
  const secret = openSecret(tried.secret, tried.userId);
  const step = secret && stepOf(secret, typed, Number(tried.lastStep), new Date());
  const codeHash = recoveryCodeHash(typed);
  const by = step !== null ? { step } : codeHash !== null ? { codeHash } : null;
  const passed = by && (await userOfSignInStep(token, tried, by));
  if (!passed) {
    recordFailure(tried.email, origin, "second step");
    return { kind: "wrong" };
  }
  await setCookie("", 0);
  const sessionToken = await beginSessionByPassword(passed.id, passed.passwordHash, origin, passed.way);
  if (sessionToken === null) return { kind: "over" };
  await rememberBrowser(tried.email);
  return { kind: "signedIn", sessionToken };
}

function setCookie(value: string, maxAge: number): Promise<void> {
  return setOwnCookie(name, value, maxAge, { sameSite: "strict" });
}
