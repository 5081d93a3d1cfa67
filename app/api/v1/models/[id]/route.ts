import { changeModel } from "@/lib/server/api/change-model";
import { etagOf, namesRevision, readEntityTags } from "@/lib/server/api/entity-tags";
import { modelGone, modelResponse } from "@/lib/server/api/model-resource";
import { readBody } from "@/lib/server/api/read-body";
import { problem } from "@/lib/server/http/problem";
import { route } from "@/lib/server/http/route";
import { loadModel } from "@/lib/server/models/get-model";
import { countSave } from "@/lib/server/models/save-limit";
import { isObject } from "@/lib/value/is-object";

const malformed = (header: string) =>
  problem(400, `${header} must be one ETag, such as "7", several with commas between them, or *.`);

export const GET = route(
  { name: "/api/v1/models/[id]", requires: "view", token: "models:read", isKept: true },
  async (request, { access }) => {
    const ifNoneMatch = request.headers.get("if-none-match");
    const known = ifNoneMatch === null ? [] : readEntityTags(ifNoneMatch);
    if (known === null) return malformed("If-None-Match");
    const model = await loadModel(access);
    if (model === null) return problem(404, modelGone);
    // Archiving makes no revision, and who watches a model must learn of it.
    if (!model.isArchived && namesRevision(known, model.revision)) {
      const headers = { "cache-control": "private, no-store", etag: etagOf(model.revision) };
      return new Response(null, { status: 304, headers });
    }
    return modelResponse(model);
  },
);

export const PATCH = route(
  { name: "/api/v1/models/[id]", requires: "edit", token: "models:write" },
  async (request, { access, origin }) => {
    const ifMatch = request.headers.get("if-match");
    if (ifMatch === null) {
      return problem(
        428,
        "Say which revision this changes: If-Match with the ETag that reading it gave, or * for whatever stands.",
      );
    }
    const tags = readEntityTags(ifMatch);
    if (tags === null) return malformed("If-Match");
    const body = await readBody(request);
    if (!body.ok) return body.response;
    if ((await countSave(access.user)) !== null) {
      const message = "You have changed models 300 times within a minute. Wait a minute, then try again.";
      return problem(429, message, {}, { "retry-after": "60" });
    }
    if (!isObject(body.value)) return problem(422, 'A change must be an object, such as {"inputs": {"users": 60000}}.');
    return changeModel(access, tags, body.value, origin);
  },
);
