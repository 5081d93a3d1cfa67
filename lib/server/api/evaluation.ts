import "server-only";
import { documentOf } from "@/lib/export/document-json";
import { completeInputs } from "@/lib/model/currency";
import type { CustomLine } from "@/lib/model/custom-lines";
import { evaluateModel, ModelError } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
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
  try {
    const document = documentOf(evaluateModel(completeInputs(inputs, currencyRate), customLines));
    return Response.json(
      { modelVersion, currency, ...document },
      { headers: { "cache-control": "private, no-store" } },
    );
  } catch (error) {
    if (!(error instanceof ModelError)) throw error;
    return problem(422, error.message, { faults: [{ key: error.key, message: error.message }] });
  }
}
