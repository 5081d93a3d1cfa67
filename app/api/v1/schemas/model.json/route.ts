import { routes } from "@/lib/routes";
import { modelDocumentJsonSchema } from "@/lib/schemas/api/model-document";
import { route } from "@/lib/server/http/route";
import { env } from "@/lib/server/runtime/env";

export const GET = route({ name: "/api/v1/schemas/model.json", requires: "nobody" }, async () =>
  Response.json(modelDocumentJsonSchema(new URL(routes.modelSchema, env().APP_URL).href), {
    headers: { "content-type": "application/schema+json", "cache-control": "public, max-age=300" },
  }),
);
