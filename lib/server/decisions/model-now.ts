import "server-only";
import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import { watchedNow } from "@/lib/decision/document";
import type { Today } from "@/lib/decision/since-then";
import { completeInputs } from "@/lib/model/currency";
import { tryEvaluate } from "@/lib/model/evaluate";
import type { ModelResult } from "@/lib/model/result";
import type { ViewAccess } from "@/lib/server/access/model";
import { declareInTurns } from "@/lib/server/models/declare-in-turns";
import { dayText } from "@/lib/server/models/start-month";
import { loadScenarios, type ModelWithScenarios } from "@/lib/server/scenarios/get-scenarios";
import { uncertaintyForPage } from "@/lib/server/uncertainty/run-uncertainty";

export interface ModelNow extends ModelWithScenarios {
  /** Null where the figures have none. */
  result: ModelResult | null;
  /** Null where the trials have none, or cannot be run just now. */
  uncertainty: UncertaintyDocument | null;
  /** Whether trials would have a result, but others are running. */
  isBusy: boolean;
}

/** A model as it stands, with what its figures give; null where it is gone. */
export async function modelNow(access: ViewAccess): Promise<ModelNow | null> {
  const found = await loadScenarios(access);
  if (found === null) return null;
  const { model } = found;
  await declareInTurns(model);
  const outcome = tryEvaluate(completeInputs(model.inputs, model.currencyRate), model);
  const run = outcome.ok ? await uncertaintyForPage(model) : null;
  return {
    ...found,
    result: outcome.ok ? outcome.result : null,
    uncertainty: run?.kind === "done" ? run.document : null,
    isBusy: outcome.ok && (run === null || run.kind === "later"),
  };
}

/** The same, as records are held against it. */
export function todayOf({ model, scenarios, result, uncertainty }: ModelNow, now = new Date()): Today {
  const { inputs, currencyRate } = model;
  return {
    model,
    scenarios,
    watched: result && watchedNow(completeInputs(inputs, currencyRate), currencyRate, result, uncertainty),
    first: result?.ranking[0] ?? null,
    day: dayText(now),
  };
}
