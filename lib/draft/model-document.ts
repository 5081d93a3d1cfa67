import { canonicalPieces } from "@/lib/text/canonical-json";
import type { ModelDraft } from "./model";
import type { ScenarioDraft } from "./scenario/scenario";
import { statedRows } from "./scenario/scenario-rows";

/** What model.json says of itself, so that it is known for what it is whatever its name. */
export const documentFormat = "peerbalance-model-1";

/** The part of model.json that a model is made of again. */
export interface DocumentedModel {
  /** The version of formulas and defaults that the model keeps to. */
  readonly modelVersion: number;
  readonly model: ModelDraft & { readonly templateKey: string | null };
  readonly scenarios: readonly Pick<ScenarioDraft, "name" | "inputs" | "rows">[];
}

/**
 * What the digest of a model is worked out from, in pieces: the same text for the same figures, wherever they are stored. A model without a
 * bill of the cloud has the text that it had before there were bills.
 */
export function digestPieces({ modelVersion, model, scenarios }: DocumentedModel): Generator<string> {
  const { billLines, ...rest } = model;
  // A file of before has none.
  const billed = billLines?.length > 0 ? model : rest;
  const named = scenarios.map(({ name, inputs, rows }) => ({ name, inputs, ...statedRows(rows) }));
  return canonicalPieces({ modelVersion, model: billed, scenarios: named });
}
