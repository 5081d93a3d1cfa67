import type { Architecture } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";

/** Whether an architecture is out of the ranking while others are in it: charts draw it faintly, and say so. */
export function isExcluded({ architectures }: CostsResult, architecture: Architecture): boolean {
  return !architectures[architecture].eligible && Object.values(architectures).some(({ eligible }) => eligible);
}
