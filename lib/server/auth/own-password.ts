import "server-only";
import { type Outcome, refused } from "@/lib/outcome";
import { confirmationOf, type SessionUser } from "@/lib/server/access/person";
import { endOwnApiTokens } from "@/lib/server/api/end-own-tokens";
import { recordOwnEvent } from "@/lib/server/audit/record-event";
import { changeOwnPassword } from "@/lib/server/auth/sql";
import { hashPassword } from "@/lib/server/crypto/password-hash";
import { passwordFault } from "@/lib/server/crypto/password-rules";
import { askToConfirm } from "@/lib/server/http/ask-to-confirm";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { confirmIdentity, wayToConfirm } from "./confirm-identity";

interface NewPassword {
  present: string;
  password: string;
  /** Whether the person's API tokens end too. */
  endsTokens: boolean;
}

/**
 * Sets or changes the person's password, and ends their other sessions and every link that would lead to one. The present password, or a
 * code, is asked for each time, also within the minutes in which an earlier proof holds.
 */
export async function setOwnPassword(
  user: SessionUser,
  { present, password, endsTokens }: NewPassword,
  origin: RequestOrigin,
): Promise<Outcome> {
  const fault = await passwordFault(password, user);
  if (fault) return refused("password", fault);
  if ((await wayToConfirm(user)) === "sign-in") {
    if ((await confirmationOf(user)) === null) return askToConfirm();
  } else {
    const confirmed = await confirmIdentity(user, present, origin);
    if (!confirmed.ok) return confirmed;
  }
  const hash = await hashPassword(password);
  await inScope({ user: user.id }, async (tx) => {
    await changeOwnPassword(tx, hash, user.sessionId);
    const tokens = endsTokens ? await endOwnApiTokens(tx, user.id) : 0;
    await recordOwnEvent(tx, user.id, origin, "password.changed", {
      by: "the person",
      ...(tokens > 0 && { "API tokens ended": tokens }),
    });
  });
  return { ok: true };
}
