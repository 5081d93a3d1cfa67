import path from "node:path";
import { performance } from "node:perf_hooks";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";
import { routePatterns } from "./route-patterns.mjs";

/** Asked for every few seconds, and files with a hash in their name: they would drown the rest. */
const unlogged = new Set(["/_next", "/api/health", "/api/ready", "/api/metrics"]);

/**
 * Writes a line of the log and counts for each request that was answered. The registry is left where app/api/metrics finds it: the pages are
 * bundled, and would else count in one of their own.
 *
 * @param {string} root
 * @param {import("pino").Logger} log
 */
export function watchRequests(root, log) {
  const patternOf = routePatterns(path.join(root, "app"));
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
  (globalThis.peerbalance ??= {}).metrics = { registry, faults };

  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   * @param {string} requestId
   */
  return (request, response, requestId) => {
    const begun = performance.now();
    const method = request.method ?? "";
    const route = patternOf((request.url ?? "").split(/[?#]/, 1)[0] ?? "");
    response.once("close", () => {
      const milliseconds = performance.now() - begun;
      // What ended before its answer did: the reader went, or the server stopped.
      const status = response.writableFinished ? response.statusCode : 499;
      duration.observe({ method: knownMethod(method), route, status }, milliseconds / 1_000);
      if (unlogged.has(route)) return;
      log.info({ requestId, method: knownMethod(method), route, status, ms: Math.round(milliseconds) }, "answered");
    });
  };
}

function knownMethod(method) {
  return ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].includes(method) ? method : "other";
}
