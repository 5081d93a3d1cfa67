import "server-only";
import { createHash } from "node:crypto";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { isMailSetUp } from "./send-mail";

const mailsToOneAddress = 5;

/**
 * Whether an invitation may be mailed to an address, and counts it: to an organisation or to a model, five a day in all.
 * Nobody's mailbox is filled by way of us, however often it is asked for.
 */
export async function mayMailInvitation(email: string): Promise<boolean> {
  if (!isMailSetUp()) return false;
  const key = createHash("sha256").update(email).digest("base64url");
  return isWithinLimit("invitation-mail", key, { points: mailsToOneAddress, seconds: 24 * 60 * 60 });
}
