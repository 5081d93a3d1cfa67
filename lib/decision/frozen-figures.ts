import { tryEvaluate } from "@/lib/model/evaluate";
import { type Inputs, inputList } from "@/lib/model/inputs";
import { type OwnRows, ownRowsOf } from "@/lib/model/rows/own-rows";
import { modelVersion } from "@/lib/model/version";
import type { DecisionDocument } from "./document";

/** What the results of a record were worked out from. */
export interface FrozenFigures {
  readonly modelId: string;
  readonly currency: string;
  readonly currencyRate: number;
  readonly inputs: Inputs;
  readonly rows: OwnRows;
}

/**
 * The figures of a record by which its results can be followed; null where the formulas of today, or the inputs that they take, are others
 * than then, so that they would explain another figure than the one that stands there.
 */
export function frozenFigures({ model, inputs: frozen, rows, results }: DecisionDocument): FrozenFigures | null {
  if (model.version !== modelVersion || inputList.some(({ key }) => frozen[key] === undefined)) return null;
  const inputs = Object.fromEntries(inputList.map(({ key }) => [key, frozen[key]?.value])) as unknown as Inputs;
  // As it was written, and checked before it was: a document that another wrote is no model's record.
  const own = ownRowsOf(rows as unknown as OwnRows);
  const today = tryEvaluate(inputs, own);
  if (!today.ok) return null;
  const isSame = Object.entries(today.result.architectures).every(([name, { netPresentCost, total }]) => {
    const then = results.architectures[name];
    return then !== undefined && isNear(netPresentCost, then.netPresentCost) && isNear(total, then.total);
  });
  const { id: modelId, currency, currencyRate } = model;
  return isSame ? { modelId, currency, currencyRate, inputs, rows: own } : null;
}

/** The last digits may differ where a later release works them out in another way. */
const isNear = (a: number, b: number) => Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
