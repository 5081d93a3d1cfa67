import "server-only";
import type { Fault } from "@/lib/schemas/model";
import type { SessionUser } from "@/lib/server/access";
import { recordOwnEvent } from "@/lib/server/audit/record-event";
import { changeOwnPassword } from "@/lib/server/before-scope";
import type { RequestOrigin } from "@/lib/server/request";
import { inScope } from "@/lib/server/scope";
import { identityFault } from "./confirm-identity";
import { hashPassword } from "./password-hash";
import { passwordFault } from "./password-rules";

export type OwnOutcome = { ok: true } | { ok: false; faults: Fault[] };

export function refused(key: string, message: string): { ok: false; faults: Fault[] } {
  return { ok: false, faults: [{ key, message }] };
}

/** Sets or changes the person's password, and ends their other sessions and every link that would lead to one. */
export async function setOwnPassword(
  user: SessionUser,
  { present, password }: { present: string; password: string },
  origin: RequestOrigin,
): Promise<OwnOutcome> {
  const fault = await passwordFault(password, user);
  if (fault) return refused("password", fault);
  const wrong = await identityFault(user, present);
  if (wrong) return refused("present", wrong);
  const hash = await hashPassword(password);
  await inScope({ user: user.id }, async (tx) => {
    await changeOwnPassword(tx, hash, user.sessionId);
    await recordOwnEvent(tx, user.id, origin, "password.changed", { by: "the person" });
  });
  return { ok: true };
}
