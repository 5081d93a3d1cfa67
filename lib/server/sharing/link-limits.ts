import "server-only";
import { createHash } from "node:crypto";
import { networkOf } from "@/lib/server/runtime/limits/network";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";

// What visitors can do by links. Keys are hashes, so that the table of counts tells no visitor's address.

function visitorOf({ address }: RequestOrigin, linkId = ""): string {
  return createHash("sha256")
    .update(`${networkOf(address)}\n${linkId}`)
    .digest("base64url");
}

const hour = 60 * 60;

/** Pages of links, known or not, that one visitor may ask for: nobody reads four a second, and guessing tokens stays hopeless. */
export function mayOpenLinks(origin: RequestOrigin): Promise<boolean> {
  return isWithinLimit("link-page", visitorOf(origin), { points: 240, seconds: 60 });
}

/** Whether this opening is to be counted: one for each visitor and hour, so that the count says how many read and not how often they reload. */
export function isNewOpening(linkId: string, origin: RequestOrigin): Promise<boolean> {
  return isWithinLimit("link-opened", visitorOf(origin, linkId), { points: 1, seconds: hour });
}

/** Ten passwords a quarter of an hour by one visitor on one link, 300 an hour on one link by all: more than people need, too few to guess with. */
export async function mayTryPassword(linkId: string, origin: RequestOrigin): Promise<boolean> {
  const isOwnWithin = await isWithinLimit("link-password", visitorOf(origin, linkId), { points: 10, seconds: 15 * 60 });
  return isOwnWithin && isWithinLimit("link-password", linkId, { points: 300, seconds: hour });
}

/** Twenty files a minute by one visitor from one link, 600 an hour from one link by all. */
export async function mayDownload(linkId: string, origin: RequestOrigin): Promise<boolean> {
  const isOwnWithin = await isWithinLimit("link-export", visitorOf(origin, linkId), { points: 20, seconds: 60 });
  return isOwnWithin && isWithinLimit("link-export", linkId, { points: 600, seconds: hour });
}
