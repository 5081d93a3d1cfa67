import { createHash, timingSafeEqual } from "node:crypto";
import { plain, route } from "@/lib/server/http/route";
import { env } from "@/lib/server/runtime/env";
import { metricsRegistry } from "@/lib/server/runtime/metrics";

const hash = (text: string) => createHash("sha256").update(text).digest();

/** For Prometheus. Without METRICS_TOKEN, and without the right one shown, there is nothing here. */
export const GET = route({ name: "/api/metrics", requires: "nobody" }, async (request) => {
  const { METRICS_TOKEN } = env();
  const registry = metricsRegistry();
  const [, shown = ""] = /^Bearer +(\S+)$/i.exec(request.headers.get("authorization") ?? "") ?? [];
  const isRight = METRICS_TOKEN !== undefined && timingSafeEqual(hash(shown), hash(METRICS_TOKEN));
  if (!isRight || !registry) return plain(404, "Not found, or not shared with you.");
  return new Response(await registry.metrics(), {
    headers: { "content-type": registry.contentType, "cache-control": "no-store" },
  });
});
