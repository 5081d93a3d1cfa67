import { declaredOf } from "@/lib/model/released/declared-of";
import { modelVersion } from "@/lib/model/version";
import { checkDraft } from "@/lib/schemas/draft";
import { listedInputs, ownInputs } from "@/lib/schemas/moved-draft";
import { mergePatch } from "@/lib/server/api/merge-patch";
import { draftOf, etagOf, modelResponse, revisionOfEtag } from "@/lib/server/api/model-resource";
import { isObject, readBody } from "@/lib/server/api/read-body";
import { loadModel } from "@/lib/server/models/get-model";
import { movedNote } from "@/lib/server/models/move-model";
import { countSave } from "@/lib/server/models/save-limit";
import { saveModel } from "@/lib/server/models/save-model";
import { problem } from "@/lib/server/problem";
import { route } from "@/lib/server/route";

const gone = "There is nothing here that you may see.";

export const GET = route<"view", { id: string }, "models:read">(
  { requires: "view", token: "models:read" },
  async (_request, { access }) => {
    const model = await loadModel(access);
    return model ? modelResponse(model, 200) : problem(404, gone);
  },
);

export const PATCH = route<"edit", { id: string }, "models:write">(
  { requires: "edit", token: "models:write" },
  async (request, { access, origin }) => {
    const ifMatch = request.headers.get("if-match");
    if (ifMatch === null) {
      return problem(
        428,
        "Say which revision this changes: If-Match with the ETag that reading it gave, or * for whatever stands.",
      );
    }
    const wanted = revisionOfEtag(ifMatch);
    if (wanted === null) return problem(400, 'If-Match must be one ETag, such as "7", or *.');
    const body = await readBody(request);
    if (!body.ok) return body.response;
    if ((await countSave(access.user)) !== null) {
      const message = "You have changed models 300 times within a minute. Wait a minute, then try again.";
      return problem(429, message, {}, { "retry-after": "60" });
    }
    if (!isObject(body.value)) return problem(422, 'A change must be an object, such as {"inputs": {"users": 60000}}.');
    const model = await loadModel(access);
    if (model === null) return problem(404, gone);
    const stale = (revision: number) =>
      problem(
        412,
        `Revision ${revision} stands now, so nothing was changed. Read the model and send the change again.`,
        { revision },
        { etag: etagOf(revision) },
      );
    if (wanted !== "any" && wanted !== model.revision) return stale(model.revision);
    const { modelVersion: to = model.modelVersion, ...change } = body.value;
    if (to !== model.modelVersion && to !== modelVersion) {
      const message =
        model.modelVersion === modelVersion
          ? `modelVersion can only be ${modelVersion}: the model is at the present version.`
          : `modelVersion can only be ${model.modelVersion}, which the model keeps to, or ${modelVersion}, the present one.`;
      return problem(422, "Nothing was changed.", { faults: [{ key: "modelVersion", message }] });
    }
    const isMoved = to !== model.modelVersion;
    // Defaults of the version that the model keeps to are none of its figures: a change of the rate takes them along.
    const inputs = ownInputs(model.inputs, model.currencyRate, declaredOf(model.modelVersion, model.currencyRate));
    const checked = checkDraft(mergePatch({ ...draftOf(model), inputs }, change), (rate) => declaredOf(to, rate));
    if (!checked.ok) return problem(422, "Nothing was changed.", { faults: checked.faults });
    const { currencyRate } = checked.draft;
    const listed = listedInputs(checked.draft.inputs, currencyRate, declaredOf(to, currencyRate));
    const draft = { ...checked.draft, inputs: listed };
    // What is not given stays as it is, the figures of money too: those of scenarios follow.
    const kept = currencyRate / model.currencyRate;
    const outcome = await saveModel(
      access,
      { revision: model.revision, draft, kept },
      origin,
      isMoved ? { modelVersion: to, note: movedNote } : {},
    );
    if (outcome.kind === "stale") return stale(outcome.current.revision);
    if (outcome.kind === "invalid") return problem(422, "Nothing was changed.", { faults: outcome.faults });
    if (outcome.kind === "refused") return problem(409, outcome.message);
    if (outcome.kind === "later") {
      const message =
        "Others are changing this model's scenarios just now, so nothing was changed. Send the change again.";
      return problem(409, message);
    }
    const saved = await loadModel(access);
    return saved ? modelResponse(saved, 200) : problem(404, gone);
  },
);
