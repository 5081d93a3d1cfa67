import "server-only";
import { documentOf } from "@/lib/export/document-json";
import { completeInputs } from "@/lib/model/currency";
import type { CustomLine } from "@/lib/model/custom-lines";
import { tryEvaluate } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import { refusalFault } from "@/lib/model/refusal";
import { modelVersion } from "@/lib/model/version";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { problem } from "@/lib/server/http/problem";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";

interface Figures {
  inputs: Partial<Inputs>;
  customLines: readonly CustomLine[];
  currency: string;
  currencyRate: number;
}

/** The whole result of some figures that have passed their checks, as an answer of the API. Counted by person: many tokens get no more. */
export async function evaluationResponse(user: AuthenticatedUser, figures: Figures): Promise<Response> {
  const { inputs, customLines, currency, currencyRate } = figures;
  if (!(await isWithinLimit("api-evaluation", user.id, { points: 120, seconds: 60 }))) {
    const message = "You have had 120 evaluations within a minute. Wait a minute, then try again.";
    return problem(429, message, {}, { "retry-after": "60" });
  }
  const outcome = tryEvaluate(completeInputs(inputs, currencyRate), customLines);
  if (!outcome.ok) {
    const fault = refusalFault(outcome);
    return problem(422, fault.message, { faults: [fault] });
  }
  return Response.json(
    { modelVersion, currency, ...documentOf(outcome.result) },
    { headers: { "cache-control": "private, no-store" } },
  );
}
