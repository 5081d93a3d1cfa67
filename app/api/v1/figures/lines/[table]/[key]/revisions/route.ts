import { namedLine, revisionsResponse } from "@/lib/server/api/figure-resource";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/figures/lines/[table]/[key]/revisions", requires: "organisation:view", token: "models:read" },
  async (_request, { access, params }) => {
    const named = await namedLine(access, params);
    return named instanceof Response ? named : revisionsResponse(access, named);
  },
);
