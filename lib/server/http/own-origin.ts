import "server-only";
import { env } from "@/lib/server/runtime/env";

/**
 * Whether a request that may change something was sent by a page of this installation.
 * Browsers name the page's origin with every such request; one that names none is refused too.
 */
export function isOwnOrigin(headers: Pick<Headers, "get">): boolean {
  return headers.get("origin") === new URL(env().APP_URL).origin;
}

export function foreignOriginMessage(): string {
  return `This request did not come from a page of ${env().APP_URL}. Open that address and try again.`;
}
