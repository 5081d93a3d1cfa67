import type { UncertaintyRequest } from "@/lib/analysis/uncertainty/request";
import { replicateSize } from "@/lib/math/hypercube";
import { declaredAt } from "@/lib/model/currency";
import { type InputKey, inputList } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";

/** What both programs are asked. */
export const names = ["all in doubt", "demand alone"] as const;
export type Name = (typeof names)[number];

export const replicates = 10;
export const trials = replicates * replicateSize;

const declared = declaredAt(1);
const certainBut = (but: InputKey) =>
  Object.fromEntries(inputList.filter(({ key }) => key !== but).map(({ key }) => [key, "certain" as const]));

export function requestFor(name: Name): UncertaintyRequest {
  return {
    ...{ rows: noRows, declared, ranges: {}, drivers: {}, trials, seed: 1 },
    inputs: { ...declared.defaults },
    evidence: name === "demand alone" ? certainBut("egressTB") : {},
  };
}
