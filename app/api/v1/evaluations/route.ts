import { declaredCurrency } from "@/lib/model/currency";
import { checkModelFile } from "@/lib/schemas/model-file";
import { evaluationResponse } from "@/lib/server/api/evaluation";
import { readBody } from "@/lib/server/api/read-body";
import { problem } from "@/lib/server/problem";
import { route } from "@/lib/server/route";

export const POST = route({ requires: "organisation:view", token: "models:read" }, async (request, { holder }) => {
  const body = await readBody(request);
  if (!body.ok) return body.response;
  const checked = checkModelFile(body.value);
  if (!checked.ok) return problem(422, "The figures cannot be evaluated.", { faults: checked.faults });
  return evaluationResponse(holder.tokenId, { ...checked.file, currency: declaredCurrency, currencyRate: 1 });
});
