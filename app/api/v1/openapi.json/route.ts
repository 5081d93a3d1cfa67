import { apiDocument } from "@/lib/schemas/api/document";
import { env } from "@/lib/server/env";
import { route } from "@/lib/server/route";

export const GET = route({ requires: "nobody" }, async () =>
  Response.json(apiDocument(env().APP_URL), { headers: { "cache-control": "public, max-age=300" } }),
);
