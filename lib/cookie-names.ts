import { createHash } from "node:crypto";

/**
 * What an installation's cookies are called. Browsers keep cookies of a host apart by their names only, and not by ports: two
 * installations on one host would overwrite each other's, so each puts a mark of its own address before them. Over https a prefix has the
 * browser see to it that no other host and no plain page sets one (RFC 6265bis, 4.1.3).
 *
 * @param appUrl the installation's origin
 * @param options `isForWholeHost` is false for a cookie that is sent under one path only
 * @returns a name of letters, digits, "-" and "_"
 */
export function cookieName(
  appUrl: string,
  name: string,
  { isForWholeHost = true }: { isForWholeHost?: boolean } = {},
): string {
  const mark = createHash("sha256").update(appUrl).digest("hex").slice(0, 8);
  const prefix = appUrl.startsWith("https://") ? (isForWholeHost ? "__Host-" : "__Secure-") : "";
  return `${prefix}peerbalance-${mark}-${name}`;
}
