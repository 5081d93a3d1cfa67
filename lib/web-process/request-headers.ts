/** Says which lines of the log belong to a request. The web process sets it, whatever a client sends. */
export const requestIdHeader = "x-request-id";

/** The client's address, as the web process knows it; what a client sends under this name is taken away. */
export const clientAddressHeader = "x-peerbalance-client-address";

/** Whether a request calls an action of a page, and is no page's plain form and no page. */
export function isActionCall(method: string | undefined, headers: Record<string, unknown>): boolean {
  return method === "POST" && headers["next-action"] !== undefined;
}
