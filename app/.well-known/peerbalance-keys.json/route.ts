import { publishedKeys } from "@/lib/server/decisions/signing-keys";
import { route } from "@/lib/server/http/route";

/** The keys that sign records, for anyone who checks one. */
export const GET = route({ name: "/.well-known/peerbalance-keys.json", requires: "nobody" }, async () =>
  Response.json(await publishedKeys(), {
    headers: { "cache-control": "public, max-age=60", "access-control-allow-origin": "*" },
  }),
);
