import { figureResponse, namedFigure, notChanged, removeNamed, revisionNamed } from "@/lib/server/api/figure-resource";
import { readBody } from "@/lib/server/api/read-body";
import { changeFigure } from "@/lib/server/figures/change-figure";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/figures/[key]", requires: "organisation:view", token: "models:read", isKept: true },
  async (_request, { access, params }) => figureResponse(access, params.key, 200),
);

export const PUT = route(
  { name: "/api/v1/figures/[key]", requires: "organisation:manage", token: "figures:write" },
  async (request, { access, params, origin }) => {
    const body = await readBody(request);
    if (!body.ok) return body.response;
    const named = await namedFigure(access, params.key);
    if (named instanceof Response) return named;
    const revision = revisionNamed(request, named);
    if (revision instanceof Response) return revision;
    const { key } = named.what;
    const outcome = await changeFigure(access, key, { revision, stated: body.value }, origin);
    return outcome.ok ? figureResponse(access, key, revision === 0 ? 201 : 200) : notChanged(outcome);
  },
);

export const DELETE = route(
  { name: "/api/v1/figures/[key]", requires: "organisation:manage", token: "figures:write" },
  async (request, { access, params, origin }) => {
    const named = await namedFigure(access, params.key);
    return named instanceof Response ? named : removeNamed(request, access, named, origin);
  },
);
