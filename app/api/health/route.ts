import { route } from "@/lib/server/http/route";

/** Alive: the process answers. It asks nothing else, so that a database that is away does not get every server restarted. */
export const GET = route({ name: "/api/health", requires: "nobody" }, async () =>
  Response.json({ status: "alive" }, { headers: { "cache-control": "no-store" } }),
);
