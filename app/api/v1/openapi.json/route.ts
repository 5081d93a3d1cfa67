import { apiDocument } from "@/lib/schemas/api/document";
import { route } from "@/lib/server/http/route";
import { env } from "@/lib/server/runtime/env";

export const GET = route({ name: "/api/v1/openapi.json", requires: "nobody" }, async () =>
  Response.json(apiDocument(env().APP_URL), { headers: { "cache-control": "public, max-age=300" } }),
);
