import { checkTrialsQuery } from "@/lib/schemas/api/evaluation-request";
import { evaluationResponse } from "@/lib/server/api/evaluation";
import { problem } from "@/lib/server/http/problem";
import { route } from "@/lib/server/http/route";
import { loadModel } from "@/lib/server/models/get-model";

export const GET = route(
  { name: "/api/v1/models/[id]/evaluation", requires: "view", token: "models:read" },
  async (request, { access }) => {
    const asked = checkTrialsQuery(request.nextUrl.searchParams);
    if (!asked.ok) return problem(422, "The model cannot be evaluated so.", { faults: asked.faults });
    const model = await loadModel(access);
    if (model === null) return problem(404, "Not found, or not shared with you.");
    return evaluationResponse(access.user, { ...model, ...asked.trials });
  },
);
