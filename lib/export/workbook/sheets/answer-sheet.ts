import { answerSentences } from "@/lib/analysis/answer";
import { architectureStyles } from "@/lib/export/charts/architecture-style";
import { type Architecture, architectureNames, architectures } from "@/lib/model/architectures";
import type { CostModel } from "@/lib/model/cost-model";
import type { ModelResult } from "@/lib/model/result";
import { type Cell, columnName, type Look, type Sheet, type SheetRow } from "../xlsx/cell";
import { againstTodayRows } from "./against-today-rows";
import { breakEvenCell } from "./break-even-sheet";
import { checkStatusCell } from "./check-sheet";
import type { ExportedWorkbook } from "./exported-workbook";
import { emptyRow, heads, muted, text, titleRow } from "./looks";
import { byYearOf, type TotalRows, type YearSource, yearsName, yearsOf } from "./year-sheets";

export const answerName = "Answer";

const columns = [
  "Architecture",
  "Rank",
  "Eligible",
  "Net present cost",
  "Total cash",
  "Level cost a month",
  "Break-even against the first",
];

const howToRead = [
  "Every figure is a live formula, down to the inputs. Change the yellow cells of Inputs and Own lines, or choose another scenario on the sheet Scenarios: all sheets follow.",
  "A name such as users or serverPrice is the cell “In use” of that input. Sheets after Break-even hold the model, section by section, one row for each figure and one column for each month.",
  "Figures on grey stand as values, which nothing recalculates: those of trials, and what the sheet Checks lists.",
  "Checks subtracts Peerbalance's own figures from those of this workbook: 0.00 while no input is changed.",
];

/** Eligible ones first, each group by net present cost; ties keep their order. */
function rankFormula(row: number, first: number): string {
  const [last, elig, cost] = [first + architectures.length - 1, `$C$${first}:$C$`, `$D$${first}:$D$`];
  const [all, costs] = [`${elig}${last}`, `${cost}${last}`];
  const before = row === first ? "" : `+SUMPRODUCT((${elig}${row - 1}=$C${row})*(${cost}${row - 1}=$D${row}))`;
  return `1+SUMPRODUCT((${all}="yes")*($C${row}="no")+(${all}=$C${row})*(${costs}<$D${row}))${before}`;
}

export function answerSheet(
  exported: ExportedWorkbook,
  source: YearSource,
  { model, result, totals }: { model: CostModel; result: ModelResult; totals: TotalRows },
): Sheet {
  const { currency, inputs } = exported;
  const { rowOf, layout, mostMonths } = source;
  const sentences = answerSentences(result, inputs, currency);
  const rows: SheetRow[] = [
    titleRow(exported.name),
    {
      cells: [
        text(
          `Peerbalance, revision ${exported.revision} of ${exported.changedAt.slice(0, 10)}, model version ${exported.modelVersion}`,
          muted,
        ),
      ],
    },
    emptyRow,
    ...sentences.map(
      (sentence, i): SheetRow => ({
        cells: [text(sentence, { wrap: true, ...(i === 0 && { bold: true, size: "heading" as const }) })],
        height: i === 0 ? 38 : 28,
      }),
    ),
  ];
  const merged = sentences.map((_, i) => `A${4 + i}:G${4 + i}`);
  rows.push({
    cells: [
      {
        value: "The sentences are of the day of the export, at the model's own values; the figures below are live.",
        look: muted,
      },
    ],
  });
  rows.push(emptyRow, { ...heads(columns, 1), height: 28 });
  const first = rows.length + 1;
  const names = `$A$${first}:$A$${first + architectures.length - 1}`;
  const ranks = `$B$${first}:$B$${first + architectures.length - 1}`;
  const leader = result.ranking[0] as Architecture;
  for (const [i, architecture] of architectures.entries()) {
    const row = first + i;
    const results = model.architectures[architecture];
    const of = result.architectures[architecture];
    const look: Look = { border: "below" };
    const money: Look = { ...look, format: "money" };
    const rivals = architectures.map((b) => (b === architecture ? '"–"' : breakEvenCell(architecture, b)));
    const rank: Cell = {
      value: result.ranking.indexOf(architecture) + 1,
      formula: rankFormula(row, first),
      look: { ...look, bold: true },
    };
    const single = (quantity: typeof results.total) => rowOf(quantity).single;
    rows.push({
      cells: [
        { value: architectureNames[architecture], look: { ...look, bold: true } },
        rank,
        {
          value: of.eligible ? "yes" : "no",
          formula: `IF(${single(results.eligible)}<>0,"yes","no")`,
          look: { ...look, align: "right" },
        },
        { value: of.netPresentCost, formula: single(results.netPresentCost), look: money },
        { value: of.total, formula: single(results.total), look: money },
        { value: of.levelisedMonthly, formula: single(results.levelisedMonthly), look: money },
        {
          value: architecture === leader ? "–" : (result.breakEven[architecture][leader] ?? "never"),
          formula: `CHOOSE(MATCH(1,${ranks},0),${rivals.join(",")})`,
          look: { ...look, align: "right" },
        },
      ],
    });
  }
  rows.push({
    cells: [
      { value: `In ${currency}. First now:`, look: muted },
      { value: architectureNames[leader], formula: `INDEX(${names},MATCH(1,${ranks},0))`, look: { bold: true } },
      undefined,
      { value: "Checks:", look: { ...muted, align: "right" } },
      checkStatusCell,
    ],
  });
  rows.push(emptyRow, ...againstTodayRows(first, result, inputs));
  rows.push(emptyRow);
  const chartFrom = rows.length;
  const chartRows = 20;
  for (let i = 0; i < chartRows; i++) rows.push(emptyRow);
  rows.push({ cells: [{ value: "How to read it", look: { bold: true, size: "heading" } }], height: 20 });
  for (const words of howToRead) {
    rows.push({ cells: [{ value: words, look: { wrap: true } }], height: 28 });
    merged.push(`A${rows.length}:G${rows.length}`);
  }
  const facts: readonly (readonly [string, string])[] = [
    ["Description", exported.description],
    ["Currency", currency],
    ["First month", exported.startMonth],
    ["Horizon", `${inputs.horizonMonths} months`],
    ["Digest of the figures", exported.digest],
    ...(exported.leavesOutPay
      ? [["Left out", "What people are paid: the link that this comes from leaves it out."] as const]
      : []),
  ];
  for (const [name, value] of facts) {
    if (value === "") continue;
    rows.push({ cells: [{ value: name, look: muted }, text(value, { wrap: name === "Description" })] });
    merged.push(`B${rows.length}:G${rows.length}`);
  }
  const [from, to] = [columnName(4), columnName(4 + yearsOf(mostMonths))];
  const labels = Array.from({ length: yearsOf(mostMonths) + 1 }, (_, year) => (year === 0 ? "Set-up" : `Year ${year}`));
  return {
    name: answerName,
    tab: "answer",
    widths: [24, 15, 12, 19, 19, 19, 19],
    rows,
    merged,
    isPortrait: true,
    chart: {
      title: "Cash by year",
      unit: currency,
      at: [0, chartFrom, 7, chartFrom + chartRows - 1],
      labels: { cells: `${yearsName}!$${from}$4:$${to}$4`, holds: labels },
      series: architectures.map((a) => {
        const row = totals.cash[a];
        return {
          name: { cells: `${yearsName}!$B$${row}`, holds: [architectureNames[a]] },
          values: {
            cells: `${yearsName}!$${from}$${row}:$${to}$${row}`,
            holds: byYearOf(layout.shown[a].cash.total, source),
          },
          // As on every other chart; a spreadsheet writes colours without their sign.
          colour: architectureStyles[a].paperColour.slice(1),
        };
      }),
    },
  };
}
