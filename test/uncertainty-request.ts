import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import type { Inputs } from "@/lib/model/inputs";
import { nextDeclared } from "./next-defaults";

/** A request that says nothing but what is given: 1,000 trials, the seed 1. */
export function uncertaintyRequest({
  inputs,
  ...rest
}: Partial<Omit<UncertaintyRequest, "inputs">> & { inputs?: Partial<Inputs> }): UncertaintyRequest {
  return {
    inputs: { ...nextDeclared.defaults, ...inputs },
    lines: [],
    declared: nextDeclared,
    ranges: {},
    evidence: {},
    drivers: {},
    trials: 1000,
    seed: 1,
    ...rest,
  };
}
