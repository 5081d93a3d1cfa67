import type { CustomLine } from "./custom-lines";
import type { Inputs } from "./inputs";
import type { ModelResult } from "./result";

/** Thrown where a figure grows too large to mean anything; `message` is for the person who typed it. */
export class ModelError extends Error {}

/**
 * Evaluates the model over its months.
 *
 * @param given what differs from the defaults; must have passed the schema in lib/schemas
 * @throws ModelError where a figure is too large to mean anything
 */
export function evaluateModel(_given: Partial<Inputs>, _customLines: readonly CustomLine[] = []): ModelResult {
  throw new ModelError("not written yet");
}
