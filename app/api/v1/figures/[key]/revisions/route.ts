import { namedFigure, revisionsResponse } from "@/lib/server/api/figure-resource";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/figures/[key]/revisions", requires: "organisation:view", token: "models:read" },
  async (_request, { access, params }) => {
    const named = await namedFigure(access, params.key);
    return named instanceof Response ? named : revisionsResponse(access, named);
  },
);
