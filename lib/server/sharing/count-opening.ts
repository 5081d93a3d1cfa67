import "server-only";
import type { LinkViewAccess } from "@/lib/server/access/link";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { readShareLink } from "@/lib/server/sharing/sql";
import { isNewOpening } from "./link-limits";

/**
 * Counts an opening of a link, once for each visitor and hour. The page asks for it when it is shown in a browser: a chat's preview, a
 * scanner of mail or a program that reads the address opens nothing.
 */
export async function countOpening(access: LinkViewAccess, origin: RequestOrigin): Promise<void> {
  if (await isNewOpening(access.linkId, origin)) await readShareLink(access.link, { counts: true });
}
