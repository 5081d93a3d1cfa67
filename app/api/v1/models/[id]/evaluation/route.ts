import { evaluationResponse } from "@/lib/server/api/evaluation";
import { problem } from "@/lib/server/http/problem";
import { route } from "@/lib/server/http/route";
import { loadModel } from "@/lib/server/models/get-model";

export const GET = route(
  { name: "/api/v1/models/[id]/evaluation", requires: "view", token: "models:read" },
  async (_request, { access }) => {
    const model = await loadModel(access);
    return model ? evaluationResponse(access.user, model) : problem(404, "There is nothing here that you may see.");
  },
);
