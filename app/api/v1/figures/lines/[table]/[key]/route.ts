import { statedLineSchema } from "@/lib/schemas/organisation-figures";
import { lineResponse, namedLine, notChanged, removeNamed, revisionNamed } from "@/lib/server/api/figure-resource";
import { readBody } from "@/lib/server/api/read-body";
import { changeLine } from "@/lib/server/figures/change-line";
import { faultsOf } from "@/lib/server/http/faults-of";
import { route } from "@/lib/server/http/route";

export const GET = route(
  { name: "/api/v1/figures/lines/[table]/[key]", requires: "organisation:view", token: "models:read", isKept: true },
  async (_request, { access, params }) => lineResponse(access, params, 200),
);

export const PUT = route(
  { name: "/api/v1/figures/lines/[table]/[key]", requires: "organisation:manage", token: "figures:write" },
  async (request, { access, params, origin }) => {
    const body = await readBody(request);
    if (!body.ok) return body.response;
    const named = await namedLine(access, params);
    if (named instanceof Response) return named;
    const revision = revisionNamed(request, named);
    if (revision instanceof Response) return revision;
    const stated = statedLineSchema.safeParse(body.value);
    if (!stated.success) return notChanged({ ok: false, faults: faultsOf(stated.error) });
    const { part: table, key } = named.what;
    const outcome = await changeLine(access, { table, key, revision, stated: stated.data }, origin);
    return outcome.ok ? lineResponse(access, params, revision === 0 ? 201 : 200) : notChanged(outcome);
  },
);

export const DELETE = route(
  { name: "/api/v1/figures/lines/[table]/[key]", requires: "organisation:manage", token: "figures:write" },
  async (request, { access, params, origin }) => {
    const named = await namedLine(access, params);
    return named instanceof Response ? named : removeNamed(request, access, named, origin);
  },
);
