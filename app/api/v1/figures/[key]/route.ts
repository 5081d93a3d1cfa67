import { figureResponse, notChanged, toBeChanged } from "@/lib/server/api/figure-resource";
import { readBody } from "@/lib/server/api/read-body";
import { changeFigure, removeFigure } from "@/lib/server/figures/change-figure";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/figures/[key]", requires: "organisation:view", token: "models:read" },
  async (_request, { access, params }) => figureResponse(access, params.key, 200),
);

export const PUT = route(
  { name: "/api/v1/figures/[key]", requires: "organisation:manage", token: "figures:write" },
  async (request, { access, params, origin }) => {
    const body = await readBody(request);
    if (!body.ok) return body.response;
    const named = await toBeChanged(request, access, params.key);
    if (named instanceof Response) return named;
    const { key, revision } = named;
    const outcome = await changeFigure(access, key, { revision, stated: body.value }, origin);
    return outcome.ok ? figureResponse(access, key, revision === 0 ? 201 : 200) : notChanged(outcome);
  },
);

export const DELETE = route(
  { name: "/api/v1/figures/[key]", requires: "organisation:manage", token: "figures:write" },
  async (request, { access, params, origin }) => {
    const named = await toBeChanged(request, access, params.key);
    if (named instanceof Response) return named;
    const outcome = await removeFigure(access, { part: "inputs", ...named }, origin);
    return outcome.ok ? new Response(null, { status: 204 }) : notChanged(outcome);
  },
);
