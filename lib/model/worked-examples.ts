import { type Category, categoryNames } from "./architectures";
import type { InputKey, Inputs } from "./inputs";
import { cited } from "./inputs/basis";
import barroso from "./oracles/barroso-2009-case-a.json" with { type: "json" };
import durability from "./oracles/durability.json" with { type: "json" };
import hamilton from "./oracles/hamilton-2010.json" with { type: "json" };
import peerStorage from "./oracles/peer-storage.json" with { type: "json" };
import type { ModelResult } from "./result";
import type { Template } from "./templates/declaration";

/** A figure in print, and where the model's own stands in the result. */
export interface PrintedFigure {
  readonly label: string;
  readonly unit: string;
  readonly printed: number;
  /** How far the model's may be from it: half a unit of the last digit printed, or what the source rounds on its way. */
  readonly tolerance: number;
  readonly of: (result: ModelResult) => number;
}

/** A published table as a starting point: its figures as inputs, and the printed results to look for. */
export interface WorkedExample extends Template {
  readonly figures: readonly PrintedFigure[];
}

function example(
  key: string,
  title: string,
  what: string,
  source: string,
  given: object,
  figures: readonly PrintedFigure[],
): WorkedExample {
  const inputs = given as Partial<Inputs>;
  return {
    key,
    title,
    what,
    sources: `The figures are those of ${source}.`,
    isNot: "It is a check of the model against print, not a service: what the source leaves out is set to nothing.",
    inputs,
    bases: Object.fromEntries(Object.keys(inputs).map((name) => [name as InputKey, cited(source)])),
    figures,
  };
}

interface PrintedTable {
  readonly source: string;
  readonly month: number;
  readonly inputs: object;
  readonly expected: readonly { line: string; value: number; tolerance: number }[];
}

/** The lines of a printed table of own servers, in the financed view. */
function printedLines({ month, expected }: PrintedTable): PrintedFigure[] {
  return expected.map(({ line, value, tolerance }) => ({
    label: `${line === "total" ? "Total" : categoryNames[line as Category]}, own servers, financed, month ${month}`,
    unit: "USD/month",
    printed: value,
    tolerance,
    of: ({ architectures }) => {
      const { lines, total } = architectures.onPremises.views.financed;
      return (line === "total" ? total : lines[line as Category])[month] as number;
    },
  }));
}

export const workedExamples: readonly WorkedExample[] = [
  example(
    "print-hamilton-2010",
    "A data centre of 8 MW",
    "Hamilton's monthly cost of a data centre with some 46,000 servers: servers and network, the building with power and cooling, electricity.",
    hamilton.source,
    hamilton.inputs,
    printedLines(hamilton),
  ),
  example(
    "print-barroso-2009",
    "One server, all told",
    "Barroso and Hölzle's cost of one server a month, with its share of the data centre and its electricity.",
    barroso.source,
    barroso.inputs,
    printedLines(barroso),
  ),
  ...peerStorage.rows.map(({ ratio, tolerance, ...inputs }, i) =>
    example(
      `print-storj-repair-${i + 1}`,
      `Repair in a storage network, case ${i + 1}`,
      `Storj's repair traffic where any ${inputs.dataPieces} of ${inputs.totalPieces} pieces give an object back, it is repaired at ${inputs.repairThreshold}, and a peer stays ${inputs.peerLifetimeMonths} months.`,
      peerStorage.source,
      inputs,
      [
        {
          label: "Repair traffic to stored data, peer to peer",
          unit: "per month",
          printed: ratio,
          tolerance,
          of: ({ architectures }) => architectures.peerToPeer.quantities.repairRatio as number,
        },
      ],
    ),
  ),
  example(
    "print-backblaze-durability",
    "Losing an object to failing drives",
    `Backblaze's yearly chance of losing an object of which any ${durability.dataPieces} of ${durability.totalPieces} pieces give it back.`,
    durability.source,
    {
      storageDataPieces: durability.dataPieces,
      storageTotalPieces: durability.totalPieces,
      driveAnnualFailureRate: durability.annualFailureRate,
      rebuildDays: durability.rebuildDays,
      // One site that is never lost, and no backup, leave the drives alone.
      sites: 1,
      siteLossPerYear: 0,
      backupCopies: 0,
    },
    [
      {
        label: "Yearly loss of a given object, own servers",
        unit: "per year",
        printed: durability.annualLoss,
        tolerance: durability.annualLoss * durability.relativeTolerance,
        of: ({ architectures }) => architectures.onPremises.annualLoss,
      },
    ],
  ),
];

export function workedExampleOf(key: string | null): WorkedExample | undefined {
  return workedExamples.find((example) => example.key === key);
}
