import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { withoutUnstorable } from "@/lib/text/text-fault";
import { clientAddressHeader, requestIdHeader } from "@/lib/web-process/request-headers";

/** What is known of a request before anything is known about who it is. */
export interface RequestOrigin {
  requestId: string;
  /** The client's address as server/server.ts saw it; the header cannot come from outside. */
  address: string;
  agent: string;
}

export function requestOriginOf(given: Pick<Headers, "get">): RequestOrigin {
  return {
    requestId: given.get(requestIdHeader) ?? "",
    address: given.get(clientAddressHeader) ?? "unknown",
    // It is stored. Cut where a pair stands, it would end in half of one.
    agent: withoutUnstorable((given.get("user-agent") ?? "").slice(0, 300)),
  };
}

export const requestOrigin = cache(async (): Promise<RequestOrigin> => requestOriginOf(await headers()));
