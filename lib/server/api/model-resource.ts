import "server-only";
import type { CostModelFull } from "@/lib/draft/model";
import { draftOf } from "@/lib/server/models/draft-of";
import { etagOf } from "./entity-tags";

export const modelGone = "There is nothing here that you may see.";

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

export function modelResponse(model: CostModelFull, status: 200 | 201, headers: Record<string, string> = {}): Response {
  return Response.json(modelResource(model), {
    status,
    headers: { "cache-control": "private, no-store", etag: etagOf(model.revision), ...headers },
  });
}
