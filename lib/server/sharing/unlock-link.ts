import "server-only";
import type { FieldError } from "@/lib/outcome";
import { unsafeFindShareLink } from "@/lib/server/access/sql";
import { newLinkSeal } from "@/lib/server/crypto/link-seal";
import { verifyPassword } from "@/lib/server/crypto/password-hash";
import { hashToken } from "@/lib/server/crypto/tokens";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { unsafeRecordShareLinkEvent } from "@/lib/server/sharing/sql";
import { mayTryPassword } from "./link-limits";

type Tried = { seal: string } | { faults: FieldError[] } | null;

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
  await unsafeRecordShareLinkEvent(tokenHash, { action: "link.refused", address: origin.address });
  return wrong("This is not the password of this link. Ask the person who sent you the link for it.");
}

function wrong(message: string): Tried {
  return { faults: [{ key: "password", message }] };
}
