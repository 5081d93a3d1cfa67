import { finish } from "@/lib/analysis/steps";
import { uncertainty } from "@/lib/analysis/uncertainty/uncertainty";
import { uncertaintyRequest } from "@/lib/draft/uncertainty/uncertainty-request";
import { unchosenSettings } from "@/lib/draft/uncertainty/uncertainty-settings";
import type { ExportedWorkbook } from "@/lib/export/workbook/sheets/exported-workbook";
import { completeInputs, declaredAt } from "@/lib/model/currency";
import type { Inputs } from "@/lib/model/inputs";
import { noRows, type OwnRows } from "@/lib/model/rows/own-rows";

export interface Figures {
  readonly name: string;
  readonly inputs: Partial<Inputs>;
  readonly rows?: Partial<OwnRows>;
  readonly scenarios?: ExportedWorkbook["scenarios"];
  readonly leavesOutPay?: boolean;
}

/** Trials take longer than all else of a workbook: those of one model stand in for each. */
let trials: ExportedWorkbook["uncertainty"] | undefined;

function someTrials(): ExportedWorkbook["uncertainty"] {
  if (trials) return trials;
  const draft = { inputs: {}, ...noRows, notes: {}, currencyRate: 1, ...unchosenSettings, trials: 1_000 };
  const tried = finish(uncertainty(uncertaintyRequest(draft)));
  if (!tried.ok) throw new Error("the default model has trials");
  trials = tried.document;
  return trials;
}

/** A model as it is exported, in dollars. */
export function exportedOf({
  name,
  inputs,
  rows = {},
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
    rows: { ...noRows, ...rows },
    notes: {},
    scenarios,
    uncertainty: someTrials(),
    leavesOutPay,
  };
}

/** A model with own lines of several kinds, scenarios of another horizon and of other rows, and figures at which formulas have ends. */
const everything = {
  name: "=everything",
  inputs: { horizonMonths: 24, backupCopies: 0, siteLossPerYear: 0, costOfMoney: 0, engineeringSalary: 87_654.25 },
  rows: {
    customLines: [
      { label: "=1+1", category: "staff", architectures: ["cloud"], kind: "monthly", amount: 4_321.5, escalation: 0.1 },
      { label: "Refund", category: "hardware", architectures: ["hybrid"], kind: "perServer", amount: -3, fromMonth: 5 },
      { label: "Audit", category: "energy", architectures: ["peerToPeer"], kind: "once", amount: 7_000, fromMonth: 0 },
      { label: "Pen test", category: "energy", architectures: ["cloud"], kind: "every", amount: 900, everyMonths: 7 },
    ],
    register: [
      { label: "Old rack", what: "server", count: 7, ageMonths: 50, pricePaid: 4_000 },
      { label: "New rack", what: "server", count: 3, equivalents: 1.5, watts: 700 },
      { label: "Switches", what: "network", count: 2, ageMonths: 12 },
    ],
    equipmentLines: [
      {
        ...{
          label: "Firewalls",
          category: "hardware",
          architectures: ["onPremises", "hybrid"],
          pieces: 2,
          per: "site",
        },
        ...{ price: 6_000, lifeMonths: 9, watts: 90, upkeepRate: 0.1, warrantyMonths: 3, standingPieces: 1 },
      },
    ],
    staffLines: [
      {
        ...{ role: "Delegate", architectures: ["onPremises", "cloud"], fte: 0.013, per: "thousandUsers", whole: true },
        ...{ pay: 76_543.21, hiringCost: 5_000, leavesPerYear: 0.2 },
      },
    ],
    billLines: [],
    participantKinds: [
      { label: "Fast", share: 0.4, uplinkMbps: 40, peerAvailability: 0.9 },
      { label: "Slow", share: 0.6, peerStorageTB: 0.3, peerLifetimeMonths: 5 },
    ],
  },
} as const satisfies Figures;

const {
  customLines: [overtime, refund, ...otherLines],
  equipmentLines,
  ...otherRows
} = everything.rows;

export const withEverything = {
  ...everything,
  scenarios: [
    { name: "Later", inputs: { horizonMonths: 36, users: 90_000, currentArchitecture: "hybrid" } },
    {
      name: "Other rows",
      inputs: { users: 70_000 },
      // One line dearer, one left out, one that it alone has, and a rack of which there are more.
      ownRows: {
        ...otherRows,
        customLines: [
          { ...overtime, id: "line-1", amount: 9_999.5 },
          ...otherLines.map((line, place) => ({ ...line, id: `line-${place + 3}` })),
          { ...refund, id: "support", label: "Support", kind: "monthly", amount: 1_234.25, category: "software" },
        ],
        equipmentLines: equipmentLines.map((line) => ({ ...line, id: "row-1", pieces: 5 })),
        register: everything.rows.register.map((row, place) => ({
          ...row,
          id: `row-${place + 1}`,
          count: row.count + 2,
        })),
        staffLines: [],
      },
    },
  ],
} as const satisfies Figures;
