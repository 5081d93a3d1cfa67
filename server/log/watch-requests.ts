import type { IncomingMessage, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";
import type { Logger } from "pino";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { sharedState } from "@/lib/web-process/shared-state";

/** Asked for every few seconds, and files with a hash in their name: they would drown the rest. */
const unlogged = new Set(["/_next", "/api/health", "/api/ready", "/api/metrics"]);

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/**
 * Writes a line of the log and counts for each request that was answered. The registry is left where app/api/metrics finds it: the pages are
 * bundled, and would else count in one of their own.
 *
 * @param patternOf tells which page or route answers a path
 */
export function watchRequests(patternOf: (path: string) => string, log: Logger) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from a request's first line to the last byte of its answer.",
    labelNames: ["method", "route", "status"],
    buckets: [0.01, 0.03, 0.1, 0.3, 1, 3, 10, 30],
    registers: [registry],
  });
  const faults = new Counter({
    name: "peerbalance_faults_total",
    help: "Faults of the server itself, each with a line in the log.",
    labelNames: ["where"],
    registers: [registry],
  });
  sharedState.metrics = { registry, faults };

  return (request: IncomingMessage, response: ServerResponse, requestId: string): void => {
    const begun = performance.now();
    const method = methods.has(request.method ?? "") ? (request.method as string) : "other";
    const route = patternOf((request.url ?? "").split(/[?#]/, 1)[0] ?? "");
    response.once("close", () => {
      const milliseconds = performance.now() - begun;
      // What ended before its answer did: the reader went, or the server stopped.
      const status = response.writableFinished ? response.statusCode : 499;
      duration.observe({ method, route, status }, milliseconds / 1_000);
      if (unlogged.has(route)) return;
      log.info({ requestId, method, route, status, ms: Math.round(milliseconds) }, "answered");
    });
  };
}
