import type { Checked } from "@/lib/draft/inputs";
import { checkFigures, type Figures } from "@/lib/schemas/figures";

const mostTrials = 100_000;

/**
 * Checks a file's content, all of it, and names every fault at once: a model in dollars whose parts may all be left out.
 *
 * @param asked parts that take the place of the file's
 */
export function checkModelFile(
  given: unknown,
  asked: Readonly<Record<string, unknown>> = {},
): Checked<Figures, "figures"> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return { ok: false, faults: [{ key: "file", message: `The file must be an object: {"inputs": {...}}.` }] };
  }
  return checkFigures({ ...given, ...asked }, { whole: "A file", mostTrials, hasCurrency: false });
}
