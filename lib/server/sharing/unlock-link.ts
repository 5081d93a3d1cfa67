import "server-only";
import type { Fault } from "@/lib/schemas/model";
import { verifyPassword } from "@/lib/server/auth/password-hash";
import { hashToken } from "@/lib/server/auth/tokens";
import { recordShareLinkEvent, unsafeFindShareLink } from "@/lib/server/before-scope";
import type { RequestOrigin } from "@/lib/server/request";
import { mayTryPassword } from "./link-limits";
import { newLinkSeal } from "./link-seal";

export type UnlockOutcome = { ok: true } | { ok: false; faults: Fault[] };
type Tried = { seal: string } | { faults: Fault[] } | null;

/**
 * Tries a password on a link.
 *
 * @returns the seal that opens the link for this browser; null where the link opens nothing or has no password
 */
export async function tryLinkPassword(token: string, password: string, origin: RequestOrigin): Promise<Tried> {
  const tokenHash = hashToken(token);
  const found = await unsafeFindShareLink(tokenHash);
  if (found === null || found.passwordHash === null) return null;
  const { linkId, passwordHash } = found;
  if (!(await mayTryPassword(linkId, origin))) {
    return wrong("That was tried too often. Wait a quarter of an hour, then try again.");
  }
  if (await verifyPassword(passwordHash, password)) return { seal: newLinkSeal(linkId, passwordHash) };
  await recordShareLinkEvent(tokenHash, { action: "link.refused", address: origin.address });
  return wrong("This is not the password of this link. Ask whoever sent you the link for it.");
}

function wrong(message: string): Tried {
  return { faults: [{ key: "password", message }] };
}
