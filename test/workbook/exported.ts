import { finish } from "@/lib/analysis/steps";
import { uncertainty } from "@/lib/analysis/uncertainty/uncertainty";
import { uncertaintyRequest } from "@/lib/draft/uncertainty-request";
import { unchosenSettings } from "@/lib/draft/uncertainty-settings";
import type { ExportedWorkbook } from "@/lib/export/workbook/sheets/exported-workbook";
import { completeInputs, declaredAt } from "@/lib/model/currency";
import type { CustomLine } from "@/lib/model/custom-lines";
import type { Inputs } from "@/lib/model/inputs";

export interface Figures {
  readonly name: string;
  readonly inputs: Partial<Inputs>;
  readonly customLines?: readonly CustomLine[];
  readonly scenarios?: ExportedWorkbook["scenarios"];
  readonly leavesOutPay?: boolean;
}

/** Trials take longer than all else of a workbook: those of one model stand in for each. */
let trials: ExportedWorkbook["uncertainty"] | undefined;

function someTrials(): ExportedWorkbook["uncertainty"] {
  if (trials) return trials;
  const draft = { inputs: {}, customLines: [], notes: {}, currencyRate: 1, ...unchosenSettings, trials: 1_000 };
  const tried = finish(uncertainty(uncertaintyRequest(draft)));
  if (!tried.ok) throw new Error("the default model has trials");
  trials = tried.document;
  return trials;
}

/** A model as it is exported, in dollars. */
export function exportedOf({
  name,
  inputs,
  customLines = [],
  scenarios = [],
  leavesOutPay = false,
}: Figures): ExportedWorkbook {
  return {
    name,
    description: "",
    currency: "USD",
    startMonth: "2027-01",
    revision: 1,
    modelVersion: 2,
    changedAt: "2026-11-27T12:00:00.000Z",
    digest: "0000",
    declared: declaredAt(1),
    inputs: completeInputs(inputs, 1),
    customLines,
    notes: {},
    scenarios,
    uncertainty: someTrials(),
    leavesOutPay,
  };
}
