import type {
  ArchitectureUncertainty,
  PairUncertainty,
  UncertaintyDocument,
} from "@/lib/analysis/uncertainty/document";
import type { Share } from "@/lib/analysis/uncertainty/sample";
import { percentiles, type Summary } from "@/lib/analysis/uncertainty/summary";
import { type Architecture, architectures } from "@/lib/model/architectures";
import type { DriverKey } from "@/lib/model/ranges/drivers";
import { plainAmount } from "@/lib/value/amount";
import { type CsvFormat, figure as figureCell, usualFormat } from "@/lib/value/csv-format";
import { toSignificant } from "@/lib/value/rounding";
import { csvLines } from "./csv";

/** What uncertainty.csv is made of. */
export interface ExportedUncertainty {
  /** ISO 4217 code. */
  readonly currency: string;
  readonly document: UncertaintyDocument;
  /** Inputs and own lines whose figures a reader is not shown: with them go the groups in which they are. */
  readonly isLeftOut?: (key: string) => boolean;
}

const header = ["architecture", "figure", "statistic", "value", "standardError", "unit"];

interface Cell {
  readonly figure: string;
  readonly statistic: string;
  readonly value: number | null;
  readonly error?: number;
  /** The currency where left out. */
  readonly unit?: "share" | "month" | "trials" | "number";
}

/** More digits than any of these figures bears. */
const digits = 6;

const shareCell = (figure: string, statistic: string, { share, standardError }: Share): Cell => ({
  ...{ figure, statistic, value: share, error: standardError, unit: "share" },
});

function summaryCells(figure: string, { mean, sd, quantiles, standardError }: Summary): Cell[] {
  return [
    { figure, statistic: "mean", value: mean, error: standardError.mean },
    { figure, statistic: "standard deviation", value: sd },
    ...percentiles.map((p) => ({
      figure,
      statistic: `${p} % quantile`,
      value: quantiles[p],
      error: standardError.quantiles[p],
    })),
  ];
}

function architectureCells(of: ArchitectureUncertainty): Cell[] {
  const shares = ["eligible", "feasible", "meetsAvailability", "meetsAnnualLoss"] as const;
  const { regret } = of;
  return [
    ...summaryCells("netPresentCost", of.netPresentCost),
    ...summaryCells("total", of.total),
    ...summaryCells("participantCost", of.participantCost),
    ...shares.map((figure): Cell => ({ figure, statistic: "share of trials", value: of[figure], unit: "share" })),
    shareCell("cheapest", "share of trials", of.cheapest),
    ...(of.leastCost ? [shareCell("leastCost", "share of trials", of.leastCost)] : []),
    ...(regret
      ? [
          { figure: "regret", statistic: "mean", value: regret.mean, error: regret.standardError },
          { figure: "regret", statistic: "95 % quantile", value: regret.p95 },
        ]
      : []),
  ];
}

function pairCells(rival: string, { cheaper, difference, breakEven }: PairUncertainty): Cell[] {
  return [
    shareCell(`cheaper than ${rival}`, "share of trials", cheaper),
    ...summaryCells(`netPresentCost of ${rival} less its own`, difference),
    { figure: `break-even against ${rival}`, statistic: "never", value: breakEven.never, unit: "share" },
    ...percentiles.map(
      (p): Cell => ({
        figure: `break-even against ${rival}`,
        statistic: `${p} % quantile`,
        value: breakEven.quantiles[p],
        unit: "month",
      }),
    ),
  ];
}

function influenceCells({ document, isLeftOut = () => false }: ExportedUncertainty): Cell[] {
  const shown = document.inputs.filter(({ key }) => !isLeftOut(key));
  const groups = document.groups.filter(({ members }) => !members.some(isLeftOut));
  const named: readonly (readonly [string, (typeof shown)[number] | (typeof groups)[number]])[] = [
    ...shown.map((input) => [input.key, input] as const),
    ...groups.map((group) => [`driver:${group.driver satisfies DriverKey}`, group] as const),
  ];
  return named.flatMap(([figure, { firstOrder, firstPlace, evppi, standardError }]): Cell[] => [
    { figure, statistic: "share of the variance of the comparison", value: firstOrder, unit: "share" },
    { figure, statistic: "share of the variance of the first place", value: firstPlace, unit: "share" },
    { figure, statistic: "worth of knowing it", value: evppi, error: standardError },
  ]);
}

/**
 * uncertainty.csv: what the trials of a model say, a figure a row: of architectures, of pairs of them, and of inputs. Money is rounded to the
 * currency, a month without a value never comes.
 */
export function* uncertaintyCsv(exported: ExportedUncertainty, format: CsvFormat = usualFormat): Generator<string> {
  const { currency, document } = exported;
  const row = (architecture: Architecture | "", { figure, statistic, value, error, unit }: Cell) => {
    const text = (x: number | null | undefined) =>
      x === null || x === undefined
        ? ""
        : figureCell(unit ? String(toSignificant(x, digits)) : plainAmount(x, currency));
    return [architecture, figure, statistic, text(value), text(error), unit ?? currency];
  };
  const of = (figure: string, statistic: string, value: number, unit: Cell["unit"]): Cell => ({
    ...{ figure, statistic, value, ...(unit && { unit }) },
  });
  yield csvLines([header], format);
  yield csvLines(
    [
      of("trials", "run", document.trials, "trials"),
      of("trials", "kept", document.kept, "trials"),
      ...Object.entries(document.leftOut).map(([rule, count]) => of("trials", `left out: ${rule}`, count, "trials")),
      of("trials", "seed", document.seed, "number"),
      of("none eligible", "share of trials", document.noneEligible, "share"),
      of("inputs acting together", "share of the variance of the comparison", document.together, "share"),
      {
        ...of("all inputs", "worth of knowing them", document.evpi.value, undefined),
        error: document.evpi.standardError,
      },
    ].map((cell) => row("", cell)),
    format,
  );
  for (const architecture of architectures) {
    const pairs = Object.entries(document.pairs[architecture]) as [Architecture, PairUncertainty][];
    yield csvLines(
      [
        ...architectureCells(document.architectures[architecture]),
        ...pairs.flatMap(([rival, pair]) => pairCells(rival, pair)),
      ].map((cell) => row(architecture, cell)),
      format,
    );
  }
  yield csvLines(
    influenceCells(exported).map((cell) => row("", cell)),
    format,
  );
}
