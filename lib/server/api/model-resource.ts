import "server-only";
import type { MadeModel } from "@/lib/draft/figures/begin-with-figures";
import type { CostModelFull } from "@/lib/draft/model";
import { routes } from "@/lib/routes";
import { authorizeModel } from "@/lib/server/access/model";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import { problem } from "@/lib/server/http/problem";
import { draftOf } from "@/lib/server/models/draft-of";
import { loadModel } from "@/lib/server/models/get-model";
import { etagOf } from "./entity-tags";

export const modelGone = "Not found, or not shared with you.";

/** The model as the API gives it: the fields that its document names (modelSchema), one by one. What a model gets later stays inside until it is named here. */
export function modelResource(model: CostModelFull) {
  const {
    id,
    organisationName: organisation,
    templateKey,
    modelVersion,
    revision,
    isArchived,
    changedAt,
    changedBy,
  } = model;
  const rest = { organisation, templateKey, modelVersion, revision, isArchived, changedAt, changedBy };
  return { id, ...draftOf(model), ...rest };
}

export function modelResponse(model: CostModelFull): Response {
  return Response.json(modelResource(model), { headers: headersOf(model) });
}

const headersOf = ({ revision }: CostModelFull) => ({ "cache-control": "private, no-store", etag: etagOf(revision) });

/** The answer to what made a model in the organisation of the token, now or under the same key before. */
export async function createdResponse(
  { user, organisationId }: OrganisationViewAccess,
  { id, leftOut: figuresLeftOut = [] }: MadeModel,
): Promise<Response> {
  const access = await authorizeModel(user, id, "view", organisationId);
  const model = access === null || access === "refused" ? null : await loadModel(access);
  if (model === null) return problem(404, "The model that this key made is no longer there.");
  return Response.json(
    { ...modelResource(model), figuresLeftOut },
    { status: 201, headers: { ...headersOf(model), location: routes.apiModel(id) } },
  );
}
