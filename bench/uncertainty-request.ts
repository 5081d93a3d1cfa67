import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { declaredAt } from "@/lib/model/currency";
import { type InputKey, inputList } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";

const declared = declaredAt(1);

/** Trials of the defaults, with every range in doubt. */
export function requestOf(trials: number, seed = 1): UncertaintyRequest {
  return {
    ...{ rows: noRows, declared, ranges: {}, evidence: {}, drivers: {}, trials, seed },
    inputs: { ...declared.defaults },
  };
}

const demand: InputKey = "egressTB";

/** The same, where every input but demand is certain. */
export function withDemandAlone(request: UncertaintyRequest): UncertaintyRequest {
  const others = inputList.filter(({ key }) => key !== demand);
  return { ...request, evidence: Object.fromEntries(others.map(({ key }) => [key, "certain" as const])) };
}
