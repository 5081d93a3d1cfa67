import { isIPv6 } from "node:net";

/**
 * What of a client's address counts, wherever something is limited by address. One client has a whole /64 of IPv6 to call from, so that
 * much counts. An IPv4 address may arrive within an IPv6 one (RFC 4291, 2.5.5.2, and RFC 6052 where a translator stands between): it
 * counts as itself, or all of IPv4 would be one network.
 */
export function networkOf(address: string): string {
  const [bare = ""] = address.split("%");
  if (!isIPv6(bare)) return bare;
  const groups = groupsOf(bare);
  const prefix = groups.slice(0, 6).join(":");
  if (prefix === "0:0:0:0:0:ffff" || prefix === "64:ff9b:0:0:0:0") return ipv4Of(groups.slice(6));
  return `${groups.slice(0, 4).join(":")}::/64`;
}

/** The eight groups of an IPv6 address, in hexadecimal without leading zeros. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const front = groupsOfPart(head);
  const back = groupsOfPart(tail ?? "");
  const zeros = Array.from({ length: tail === undefined ? 0 : 8 - front.length - back.length }, () => "0");
  return [...front, ...zeros, ...back];
}

function groupsOfPart(part: string): string[] {
  return part
    .split(":")
    .filter(Boolean)
    .flatMap((group) => (group.includes(".") ? groupsOfIpv4(group) : [group]))
    .map((group) => Number.parseInt(group, 16).toString(16));
}

/** "192.0.2.33" as two groups, "c000" and "221": the end of an IPv6 address may be written so. */
function groupsOfIpv4(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split(".").map(Number);
  return [a * 256 + b, c * 256 + d].map((group) => group.toString(16));
}

function ipv4Of(groups: string[]): string {
  return groups
    .map((group) => Number.parseInt(group, 16))
    .flatMap((group) => [group >> 8, group & 255])
    .join(".");
}
