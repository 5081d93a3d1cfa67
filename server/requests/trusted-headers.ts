import type { IncomingMessage } from "node:http";
import { clientAddressHeader } from "@/lib/web-process/request-headers";
import { clientAddress } from "./client-address";

/**
 * Takes away what a client may have made up about where it comes from, and says what is known.
 *
 * @param trustedProxies how many proxies of ours stand before the server
 */
export function trustOwnProxies(
  { headers, socket }: Pick<IncomingMessage, "headers" | "socket">,
  trustedProxies: number,
): void {
  const address = clientAddress(socket.remoteAddress, headers["x-forwarded-for"]?.toString(), trustedProxies);
  for (const name of ["forwarded", "x-real-ip", "x-forwarded-port"]) delete headers[name];
  if (trustedProxies === 0) {
    for (const name of ["x-forwarded-host", "x-forwarded-proto"]) delete headers[name];
  }
  headers["x-forwarded-for"] = address;
  headers[clientAddressHeader] = address;
}
