import { readModelListing } from "@/lib/schemas/model-listing";
import { createOnce } from "@/lib/server/api/create-once";
import { createdResponse } from "@/lib/server/api/model-resource";
import { readBody } from "@/lib/server/api/read-body";
import { refusalResponse } from "@/lib/server/api/refusal";
import { problem } from "@/lib/server/http/problem";
import { route } from "@/lib/server/http/route";
import { createModel } from "@/lib/server/models/create-model";
import { listEntries } from "@/lib/server/models/list-models";
import { newDraft, statedBeside } from "@/lib/server/models/new-draft";
import { isObject } from "@/lib/value/is-object";

const notMade = "The model was not made.";

export const GET = route(
  { name: "/api/v1/models", requires: "organisation:view", token: "models:read", isKept: true },
  async (request, { access }) => {
    const listing = readModelListing(Object.fromEntries(request.nextUrl.searchParams));
    const { models, page, pages, total, next, previous } = await listEntries(access, { ...listing, shelf: "current" });
    return Response.json(
      { models, page, pages, total, next, previous },
      { headers: { "cache-control": "private, no-store" } },
    );
  },
);

export const POST = route(
  { name: "/api/v1/models", requires: "organisation:view", token: "models:write" },
  async (request, { access, holder, origin }) => {
    const key = request.headers.get("idempotency-key");
    if (key !== null && !/^[\x20-\x7e]{1,255}$/.test(key)) {
      return problem(400, "An Idempotency-Key is 1 to 255 printable characters of ASCII.");
    }
    const body = await readBody(request);
    if (!body.ok) return body.response;
    if (!isObject(body.value)) return problem(422, 'A model must be an object, such as {"name": "Patches"}.');
    const { templateKey = null, ...given } = body.value;
    if (templateKey !== null && typeof templateKey !== "string") {
      const message = "templateKey must be the key of a template, or null.";
      return problem(422, message, { faults: [{ key: "templateKey", message }] });
    }
    const checked = newDraft(templateKey, given);
    if (!checked.ok) return refusalResponse(checked, notMade);
    // What states its inputs is a whole model, such as that of a model.json; any other begins as one from a page does.
    const making = given.inputs === undefined ? { typed: statedBeside(checked.draft.notes) } : {};
    const outcome =
      key === null
        ? await createModel(access, checked.draft, templateKey, origin, making)
        : await createOnce(holder, access, { draft: checked.draft, templateKey, making, key, body: body.text }, origin);
    if (outcome === "different") {
      return problem(422, "This Idempotency-Key came with another body before. Take a new key for a new request.");
    }
    if (!outcome.ok) return refusalResponse(outcome, notMade);
    return createdResponse(access, outcome);
  },
);
