import { problem } from "@/lib/server/http/problem";
import { route } from "@/lib/server/http/route";

const nothing = route({ name: "/api/v1/[...path]", requires: "user", token: "models:read" }, async () =>
  problem(404, "The API has no such address. /api/v1/openapi.json lists what it has."),
);

export const GET = nothing;
export const POST = nothing;
export const PUT = nothing;
export const PATCH = nothing;
export const DELETE = nothing;
