import "server-only";
import type { Counter, Registry } from "prom-client";

/** What server/watch-requests.mjs leaves for the pages; not there in a build, a test, or a script. */
const left = globalThis as typeof globalThis & {
  peerbalanceMetrics?: { registry: Registry; faults: Counter<"where"> };
  peerbalanceIsStopping?: boolean;
};

export function metricsRegistry(): Registry | undefined {
  return left.peerbalanceMetrics?.registry;
}

/** Counts a fault of ours, which has a line in the log. */
export function countFault(where: "action" | "route"): void {
  left.peerbalanceMetrics?.faults.inc({ where });
}

/** Whether the server was told to stop and only finishes what was asked. */
export function isStopping(): boolean {
  return left.peerbalanceIsStopping === true;
}
