import "server-only";
import { type Outcome, refused } from "@/lib/outcome";
import { userOfPasswordReset } from "@/lib/server/access/person";
import { recordOwnEvent } from "@/lib/server/audit/record-event";
import { unsafeFindPasswordReset } from "@/lib/server/auth/sql";
import { hashPassword } from "@/lib/server/crypto/password-hash";
import { passwordFault } from "@/lib/server/crypto/password-rules";
import { hashToken, isToken } from "@/lib/server/crypto/tokens";
import { networkOf } from "@/lib/server/runtime/limits/network";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";

/** Whose password a reset link would set, or null where it is unknown, used or expired. Looking does not use it up. */
export async function findPasswordReset(token: string): Promise<{ email: string; isFirst: boolean } | null> {
  return isToken(token) ? unsafeFindPasswordReset(hashToken(token)) : null;
}

/** Uses a reset link up: sets the password, and ends every session and API token of the person everywhere. */
export async function resetPassword(token: string, password: string, origin: RequestOrigin): Promise<Outcome> {
  const refuse = (key: string, message: string): Outcome => refused(key, message);
  if (!(await isWithinLimit("reset", networkOf(origin.address), { points: 30, seconds: 15 * 60 }))) {
    return refuse("form", "Too many tries. Wait 15 minutes, then try again.");
  }
  const closed = () => refuse("form", "This link has been used or has expired. Ask for a new one.");
  const reset = await findPasswordReset(token);
  if (!reset) return closed();
  const fault = await passwordFault(password, { email: reset.email, name: "" });
  if (fault) return refuse("password", fault);
  const user = await userOfPasswordReset(token, await hashPassword(password), (tx, id) =>
    recordOwnEvent(tx, id, origin, "password.changed", { by: "reset link" }),
  );
  return user ? { ok: true } : closed();
}
