import type { Checked } from "@/lib/draft/inputs";
import { checkFigures, type Figures, trialsFault } from "../figures";
import { seedMessage, seedSchema } from "../uncertainty-settings";

/** The most trials that one request may ask for. */
export const mostTrialsOfRequest = 10_000;

/** Checks the figures of an evaluation that is not saved. */
export function checkEvaluationRequest(given: unknown): Checked<Figures, "figures"> {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    return { ok: false, faults: [{ key: "body", message: `The body must be an object: {"inputs": {...}}.` }] };
  }
  const rules = { whole: "An evaluation", mostTrials: mostTrialsOfRequest, hasCurrency: true };
  return checkFigures(given as Record<string, unknown>, rules);
}

/** What of a query says how the trials of a stored model are run: without `trials` there are none. */
export interface AskedTrials {
  asksForTrials: boolean;
  trials?: number;
  seed?: number;
}

/** Reads `trials` and `seed` of an address; the seed is the model's where it is left out. */
export function checkTrialsQuery(query: URLSearchParams): Checked<AskedTrials, "trials"> {
  const number = (name: string) => (query.has(name) ? Number(query.get(name) || Number.NaN) : undefined);
  const [trials, seed] = [number("trials"), number("seed")];
  const faults = [
    ...(trials === undefined ? [] : trialsFault(trials, mostTrialsOfRequest)),
    ...(seed === undefined || seedSchema.safeParse(seed).success ? [] : [{ key: "seed", message: seedMessage }]),
  ];
  if (faults.length > 0) return { ok: false, faults };
  const asksForTrials = trials !== undefined;
  return { ok: true, trials: { asksForTrials, ...(asksForTrials && { trials }), ...(seed !== undefined && { seed }) } };
}
