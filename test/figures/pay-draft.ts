import type { ModelDraft } from "@/lib/draft/model";
import { someDraft } from "../people";
import { someRows } from "./some-rows";

/** A salary that appears nowhere by chance: where it is found, pay has leaked. */
export const operationsMarker = "137313";

/** A model with figures of pay, rows, notes and ranges of both kinds, to see what a link leaves out. */
export const payDraft: ModelDraft = {
  ...someDraft,
  description: "Described in confidence",
  inputs: { users: 60_000, operationsSalary: Number(operationsMarker), cloudEngineeringFTE: 2.75 },
  ...someRows,
  staffLines: someRows.staffLines.map((line) => ({
    ...line,
    pay: Number(operationsMarker),
    ranges: { pay: { low: 60_000, high: Number(operationsMarker) } },
    source: `Contract of ${operationsMarker}`,
  })),
  customLines: [
    { label: "Licence", category: "software", architectures: ["cloud"], kind: "monthly", amount: 100 },
    {
      label: "Chief engineer",
      category: "staff",
      architectures: ["cloud"],
      kind: "monthly",
      amount: 31_313,
      high: 35_353,
    },
  ],
  notes: {
    users: {
      note: "Counted in May",
      evidence: "measured",
      range: { kind: "range", low: 50_000, high: 70_000 },
    },
    operationsSalary: {
      source: `Contract of ${operationsMarker}`,
      range: { kind: "uniform", least: 120_000, greatest: Number(operationsMarker) },
    },
  },
};
