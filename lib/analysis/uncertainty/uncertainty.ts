import { replicateSize } from "@/lib/math/hypercube";
import { tryEvaluate } from "@/lib/model/evaluate";
import { refusalFault } from "@/lib/model/refusal";
import type { Outcome } from "@/lib/outcome";
import type { Steps } from "../steps";
import type { UncertaintyDocument } from "./document";
import type { UncertaintyRequest } from "./request";
import { simulate } from "./simulate";
import { summarise } from "./summarise";

/**
 * How sure a verdict is (uncertainty.md): the model in thousands of trials, with every uncertain figure drawn anew in each, and what
 * they come to. It may be paused after each step, and dropped.
 *
 * Several threads share the work by simulate(), each for some replicates, and one of them ends it by summarise(). The
 * first replicate alone is a run of 1,000 trials.
 *
 * @returns the document of section 18, or a refusal where the model has no result with every input at its value, or too many trials have none
 */
export function* uncertainty(request: UncertaintyRequest): Steps<Outcome<{ document: UncertaintyDocument }>> {
  const outcome = tryEvaluate(request.inputs, request.rows);
  if (!outcome.ok) return { ok: false, faults: [refusalFault(outcome)] };
  const outcomes = yield* simulate(request, 0, request.trials / replicateSize);
  return yield* summarise(request, [outcomes]);
}
