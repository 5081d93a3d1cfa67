import "server-only";
import type { Registry } from "prom-client";
import { sharedState } from "@/lib/web-process/shared-state";

export function metricsRegistry(): Registry | undefined {
  return sharedState.metrics?.registry;
}

/** Counts a fault of ours, which has a line in the log. */
export function countFault(where: "action" | "route"): void {
  sharedState.metrics?.faults.inc({ where });
}

/** Whether the server was told to stop and only finishes what was asked. */
export function isStopping(): boolean {
  return sharedState.isStopping === true;
}
