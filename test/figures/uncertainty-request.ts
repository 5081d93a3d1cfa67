import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { declaredAt } from "@/lib/model/currency";
import type { Inputs } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";

/** A request that says nothing but what is given: 1,000 trials, the seed 1. */
export function uncertaintyRequest({
  inputs,
  ...rest
}: Partial<Omit<UncertaintyRequest, "inputs">> & { inputs?: Partial<Inputs> }): UncertaintyRequest {
  return {
    inputs: { ...declaredAt(1).defaults, ...inputs },
    rows: noRows,
    declared: declaredAt(1),
    ranges: {},
    evidence: {},
    drivers: {},
    trials: 1000,
    seed: 1,
    ...rest,
  };
}
