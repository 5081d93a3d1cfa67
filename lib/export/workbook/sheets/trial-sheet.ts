import type { UncertaintyDocument } from "@/lib/analysis/uncertainty/document";
import { percentiles, type Summary } from "@/lib/analysis/uncertainty/summary";
import { type Architecture, architectureNames, architectures } from "@/lib/model/architectures";
import { todayOf } from "@/lib/model/today-of";
import type { Cell, NumberFormat, Sheet, SheetRow } from "../xlsx/cell";
import type { ExportedWorkbook } from "./exported-workbook";
import { emptyRow, heads, titleRow, wordsRow } from "./looks";

export const trialsName = "Trials";

const value = (of: number | null, format: NumberFormat): Cell => ({ value: of, look: { fill: "value", format } });

/** What trials say of savings against going on as now; nothing where nothing runs today. */
function savingRows({ pairs }: UncertaintyDocument, today: Architecture | null, currency: string): SheetRow[] {
  if (today === null) return [];
  const columns = ["Saves", "its standard error", ...[10, 50, 90].map((p) => `Saved, ${p} % quantile`)];
  const months = [...[10, 50, 90].map((p) => `Paid back by month, ${p} % quantile`), "Never"];
  const rows = architectures.flatMap((architecture): SheetRow[] => {
    const pair = pairs[architecture][today];
    if (pair === undefined) return [];
    const { cheaper, difference, breakEven } = pair;
    const percents = [10, 50, 90] as const;
    return [
      {
        cells: [
          { value: architectureNames[architecture] },
          { value: `Against ${architectureNames[today].toLowerCase()}` },
          ...[cheaper.share, cheaper.standardError].map((each) => value(each, "share")),
          ...percents.map((p) => value(difference.quantiles[p], "money")),
          ...percents.map((p) => value(breakEven.quantiles[p], "whole")),
          value(breakEven.never, "share"),
        ],
      },
    ];
  });
  return [emptyRow, heads(["Architecture", `Net present, ${currency}`, ...columns, ...months], 2), ...rows];
}

/** What trials say of costs, as values. */
export function trialSheet({ uncertainty, currency, inputs }: ExportedWorkbook): Sheet {
  if (typeof uncertainty === "string") {
    const rows = [titleRow(trialsName), wordsRow(`There are no trials of this model. ${uncertainty}`)];
    return { name: trialsName, tab: "check", widths: [18], rows };
  }
  const summary = (name: string, figure: string, { mean, sd, quantiles }: Summary): SheetRow => ({
    cells: [
      { value: name },
      { value: figure },
      ...[mean, sd, ...percentiles.map((p) => quantiles[p])].map((each) => value(each, "money")),
    ],
  });
  const summaries = architectures.flatMap((architecture) => {
    const of = uncertainty.architectures[architecture];
    return [
      summary(architectureNames[architecture], "Net present cost", of.netPresentCost),
      summary(architectureNames[architecture], "Total cash", of.total),
      summary(architectureNames[architecture], "Participants bear", of.participantCost),
    ];
  });
  const shares = architectures.map((architecture): SheetRow => {
    const { cheapest, eligible, feasible, meetsAvailability, meetsAnnualLoss } =
      uncertainty.architectures[architecture];
    return {
      cells: [
        { value: architectureNames[architecture] },
        { value: "Share of trials" },
        ...[cheapest.share, cheapest.standardError, eligible, feasible, meetsAvailability, meetsAnnualLoss].map(
          (each) => value(each, "share"),
        ),
      ],
    };
  });
  return {
    name: trialsName,
    tab: "check",
    widths: [18, 22, 17],
    rows: [
      titleRow(trialsName),
      wordsRow(
        `Values, not formulas: ${uncertainty.kept} of ${uncertainty.trials} trials with every uncertain input drawn from its range, seed ${uncertainty.seed}, at the model's own values as exported. Changes of inputs do not reach them.`,
      ),
      { cells: [] },
      heads(
        ["Architecture", `In ${currency}`, "Mean", "Standard deviation", ...percentiles.map((p) => `${p} % quantile`)],
        2,
      ),
      ...summaries,
      emptyRow,
      heads(
        [
          "Architecture",
          "",
          "Cheapest",
          "its standard error",
          "Eligible",
          "Enough take part",
          "Available enough",
          "Safe enough",
        ],
        2,
      ),
      ...shares,
      ...savingRows(uncertainty, todayOf(inputs), currency),
    ],
    frozen: { rows: 4, columns: 2 },
  };
}
