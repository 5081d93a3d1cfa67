import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { replicateSize } from "@/lib/math/hypercube";
import { requestOf, withDemandAlone } from "../uncertainty-request";

/** What both programs are asked. */
export const names = ["all in doubt", "demand alone"] as const;
export type Name = (typeof names)[number];

export const replicates = 10;
export const trials = replicates * replicateSize;

export function requestFor(name: Name): UncertaintyRequest {
  const request = requestOf(trials);
  return name === "demand alone" ? withDemandAlone(request) : request;
}
