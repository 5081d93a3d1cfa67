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

/** A model with own lines of several kinds, a scenario of another horizon, and figures at which formulas have ends. */
export const withEverything = {
  name: "=everything",
  inputs: { horizonMonths: 24, backupCopies: 0, siteLossPerYear: 0, costOfMoney: 0, engineeringSalary: 87_654.25 },
  customLines: [
    { label: "=1+1", category: "staff", architectures: ["cloud"], kind: "monthly", amount: 4_321.5, escalation: 0.1 },
    { label: "Refund", category: "hardware", architectures: ["hybrid"], kind: "perServer", amount: -3, fromMonth: 5 },
    { label: "Audit", category: "energy", architectures: ["peerToPeer"], kind: "once", amount: 7_000, fromMonth: 0 },
  ],
  scenarios: [{ name: "Later", inputs: { horizonMonths: 36, users: 90_000, currentArchitecture: "hybrid" } }],
} as const satisfies Figures;
