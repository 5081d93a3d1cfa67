import { isIP } from "node:net";

/**
 * The address a request came from. Anyone can send an X-Forwarded-For; only the entries that our own proxies appended,
 * at its right end, can be believed.
 *
 * @param socketAddress of the connection
 * @param forwardedFor the header as it came
 * @param trustedProxies how many proxies of ours stand before the server
 * @returns an IP address; "unknown" where the connection is gone already
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string {
  const socket = plainAddress(socketAddress ?? "") ?? "unknown";
  if (trustedProxies === 0) return socket;
  const hops = (forwardedFor ?? "").split(",").map((entry) => entry.trim());
  // The nearest proxy speaks over the socket and appended the address it was called from; the one before it likewise.
  return plainAddress(hops.at(-trustedProxies) ?? "") ?? socket;
}

/** An address without port, brackets and the IPv6 form of an IPv4 address; null where the text is none. */
function plainAddress(text: string): string | null {
  const bare = text.replace(/^\[([^\]]*)\](:\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  const address = bare.replace(/^::ffff:(?=\d+\.)/i, "");
  return isIP(address) ? address.toLowerCase() : null;
}
