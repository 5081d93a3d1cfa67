import { readiness } from "@/lib/server/health/readiness";
import { route } from "@/lib/server/http/route";

export const GET = route({ name: "/api/ready", requires: "nobody" }, async () => {
  const status = await readiness();
  return Response.json(
    { status },
    { status: status === "ready" ? 200 : 503, headers: { "cache-control": "no-store" } },
  );
});
