import "server-only";
import type { UncertainDraft } from "@/lib/draft/uncertainty/uncertainty-request";
import { documentOf } from "@/lib/export/document-json";
import { completeInputs } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import { refusalFault } from "@/lib/model/refusal";
import { modelVersion } from "@/lib/model/version";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { problem } from "@/lib/server/http/problem";
import { declareInTurns } from "@/lib/server/models/declare-in-turns";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import { runUncertainty } from "@/lib/server/uncertainty/run-uncertainty";

/**
 * The whole result of some figures that have passed their checks, as an answer of the API; with their uncertainty where trials are asked
 * for. Counted by person: many tokens get no more.
 */
export async function evaluationResponse(
  user: AuthenticatedUser,
  figures: UncertainDraft & { currency: string; asksForTrials?: boolean },
): Promise<Response> {
  const { inputs, currency, currencyRate } = figures;
  if (!(await isWithinLimit("api-evaluation", user.id, { points: 120, seconds: 60 }))) {
    const message = "You have had 120 evaluations within a minute. Wait a minute, then try again.";
    return problem(429, message, {}, { "retry-after": "60" });
  }
  await declareInTurns(figures);
  const outcome = tryEvaluate(completeInputs(inputs, currencyRate), figures);
  if (!outcome.ok) {
    const fault = refusalFault(outcome);
    return problem(422, fault.message, { faults: [fault] });
  }
  const run = figures.asksForTrials ? await runUncertainty(user.id, figures) : null;
  if (run?.kind === "later") return problem(429, run.message, {}, { "retry-after": String(run.seconds) });
  if (run?.kind === "invalid") return problem(422, "The trials have no result.", { faults: run.faults });
  return Response.json(
    { modelVersion, currency, ...documentOf(outcome.result), ...(run && { uncertainty: run.document }) },
    { headers: { "cache-control": "private, no-store" } },
  );
}
