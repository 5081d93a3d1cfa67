import { checkEvaluationRequest } from "@/lib/schemas/api/evaluation-request";
import { evaluationResponse } from "@/lib/server/api/evaluation";
import { readBody } from "@/lib/server/api/read-body";
import { problem } from "@/lib/server/http/problem";
import { route } from "@/lib/server/http/route";

export const POST = route(
  { name: "/api/v1/evaluations", requires: "organisation:view", token: "models:read" },
  async (request, { user }) => {
    const body = await readBody(request);
    if (!body.ok) return body.response;
    const checked = checkEvaluationRequest(body.value);
    if (!checked.ok) return problem(422, "The figures cannot be evaluated.", { faults: checked.faults });
    return evaluationResponse(user, checked.figures);
  },
);
