import { type Architecture, architectures, type View, views } from "@/lib/model/architectures";
import { orderRules } from "@/lib/model/rules";
import { type Cell, columnName, type Sheet, type SheetRow } from "../xlsx/cell";
import type { ExportedWorkbook } from "./exported-workbook";
import { changesFormula, type InputRows, leftOutWords } from "./input-sheet";
import { emptyRow, headingRow, heads, muted, sideCells, text, titleRow, wordsRow } from "./looks";
import { horizonName, scenarioName } from "./named-inputs";
import type { WorkbookRows } from "./scenario-rows";
import { type TotalRows, yearsName, yearsOf } from "./year-sheets";

export const checksName = "Checks";

/** Cost of each architecture by view and year, set-up first, as Peerbalance works it out, of one scenario. */
export type OwnFigures = Readonly<Record<View, Readonly<Record<Architecture, readonly number[]>>>>;

const agrees = "all 0.00";
/** Whether the workbook says what Peerbalance says, in a word; read on the first sheet too. */
export const checkStatusCell: Cell = { value: agrees, formula: `${checksName}!$C$4`, look: { bold: true } };

const pairs = views.flatMap((view) => architectures.map((architecture) => [view, architecture] as const));
const firstDifference = 8;
const firstColumn = 3;

interface Checked {
  readonly exported: ExportedWorkbook;
  readonly rows: InputRows;
  readonly totals: TotalRows;
  readonly mostMonths: number;
  readonly joined: WorkbookRows;
  /** Formulas of how many cells of own lines are otherwise than they were exported. */
  readonly changedCells: readonly string[];
  /** Of each scenario, the model's own figures first. */
  readonly own: readonly { readonly name: string; readonly figures: OwnFigures }[];
}

function ruleRows(isBroken: (key: string) => boolean): SheetRow[] {
  return orderRules
    .filter(({ keys }) => !keys.some(isBroken))
    .map(({ keys, isStrict }) => {
      const sign = isStrict ? "<" : "<=";
      const steps = keys.slice(1).map((key, i) => `${keys[i]}${sign}${key}`);
      return {
        cells: [
          { value: keys.join(isStrict ? " < " : " ≤ ") },
          undefined,
          { value: "holds", formula: `IF(AND(${steps.join(",")}),"holds","broken")`, look: { bold: true } },
        ],
      };
    });
}

/** The workbook less Peerbalance, by view, architecture and year; and what stands as a value, with the reason. */
export function checkSheet({ exported, rows, totals, mostMonths, joined, changedCells, own }: Checked): Sheet {
  const years = yearsOf(mostMonths);
  const labels = Array.from({ length: years + 1 }, (_, year) => (year === 0 ? "Set-up" : `Year ${year}`));
  const lastColumn = columnName(firstColumn + years);
  const lastDifference = firstDifference + pairs.length - 1;
  const differences = `$${columnName(firstColumn)}$${firstDifference}:$${lastColumn}$${lastDifference}`;
  const rules = ruleRows((key) => !rows.rowOf.has(key as never));
  const firstRule = lastDifference + 3;
  const values = valueWords(exported, joined);
  const firstValue = firstRule + rules.length + 2;
  const firstOwn = firstValue + values.length + 3;
  const lastOwn = firstOwn + own.length * pairs.length - 1;
  const sheetRows: SheetRow[] = [
    titleRow(checksName),
    wordsRow(
      "This workbook's cost by year, less what Peerbalance works out for the scenario in use. Red where the two are half a hundredth apart or more.",
    ),
    {
      cells: [
        { value: "Values of Inputs, Own lines and Scenarios that are no longer as exported" },
        undefined,
        {
          value: 0,
          formula: [changesFormula(exported, rows, joined.changes.length), ...changedCells].join("+"),
          look: { bold: true },
        },
        { value: "While this is not 0, differences are what the changes come to, and no fault.", look: muted },
      ],
    },
    {
      cells: [
        { value: "Differences" },
        undefined,
        {
          value: agrees,
          formula: `IF(SUMPRODUCT(--(ABS(${differences})>=0.005))=0,"${agrees}",IF(C3>0,"inputs were changed","NOT 0.00"))`,
          look: { bold: true },
        },
      ],
    },
    {
      cells: [
        { value: "Horizon within the months of this workbook" },
        undefined,
        {
          value: "yes",
          formula: `IF(${horizonName}<=${mostMonths},"yes","no: at most ${mostMonths}")`,
          look: { bold: true },
        },
      ],
    },
    emptyRow,
    heads(["View", "Architecture", "", ...labels], firstColumn),
    ...pairs.map(
      ([view, architecture], place): SheetRow => ({
        cells: [
          ...sideCells(view, architecture),
          undefined,
          ...labels.map((_, year): Cell => {
            const column = columnName(firstColumn + year);
            const peerbalance = `INDEX(${column}$${firstOwn}:${column}$${lastOwn},(${scenarioName}-1)*${pairs.length}+${place + 1},1)`;
            const workbook = `${yearsName}!${columnName(4 + year)}${totals[view][architecture]}`;
            return { value: 0, formula: `ROUND(${workbook}-${peerbalance},2)`, look: { format: "difference" } };
          }),
        ],
      }),
    ),
    emptyRow,
    headingRow("Rules between inputs", firstColumn + years + 1),
    ...rules,
    emptyRow,
    headingRow("What stands as values, and is not recalculated", firstColumn + years + 1),
    ...values.map(([name, why]): SheetRow => ({ cells: [{ value: name, look: { fill: "value" } }, { value: why }] })),
    emptyRow,
    headingRow("What Peerbalance works out", firstColumn + years + 1),
    heads(["View", "Architecture", "Scenario", ...labels], firstColumn),
    ...own.flatMap(({ name, figures }) =>
      pairs.map(
        ([view, architecture]): SheetRow => ({
          cells: [
            ...sideCells(view, architecture, { fill: "value" }),
            text(name, { fill: "value" }),
            ...labels.map(
              (_, year): Cell => ({
                value: (figures[view][architecture][year] ?? 0) + 0,
                look: { fill: "value", format: "money" },
              }),
            ),
          ],
        }),
      ),
    ),
  ];
  if (sheetRows.length !== lastOwn) throw new Error(`the sheet of checks has ${sheetRows.length} rows, not ${lastOwn}`);
  return {
    name: checksName,
    tab: "check",
    widths: [58, 18, 20, 16],
    rows: sheetRows,
    conditions: [
      {
        cells: differences.replaceAll("$", ""),
        formula: `AND(ABS(D${firstDifference})>=0.005,$C$3>0)`,
        look: "changed",
      },
      { cells: differences.replaceAll("$", ""), formula: `ABS(D${firstDifference})>=0.005`, look: "wrong" },
      { cells: differences.replaceAll("$", ""), formula: `ABS(D${firstDifference})<0.005`, look: "right" },
      { cells: "C4", formula: `$C$4="NOT 0.00"`, look: "wrong" },
      { cells: "C4", formula: `$C$4="${agrees}"`, look: "right" },
      { cells: "C5", formula: `LEFT($C$5,2)="no"`, look: "wrong" },
      ...(rules.length === 0
        ? []
        : [
            {
              cells: `C${firstRule}:C${firstRule + rules.length - 1}`,
              formula: `$C${firstRule}="broken"`,
              look: "wrong" as const,
            },
          ]),
    ],
    frozen: { rows: 1, columns: 2 },
  };
}

function valueWords(
  { leavesOutPay }: ExportedWorkbook,
  { leftOut }: WorkbookRows,
): readonly (readonly [string, string])[] {
  return [
    ["Trials", "Quantiles of thousands of runs of the model, which a workbook would not repeat."],
    ["Sentences of the answer", "Words of the day of the export; the table below them is live."],
    ["What Peerbalance works out", "The other side of the differences above."],
    ...(leftOut.length > 0 ? [["Some scenarios", leftOutWords(leftOut)] as const] : []),
    ...(leavesOutPay
      ? [
          [
            "Staff and other",
            "The link that this comes from leaves out pay: what would tell it is one row of values.",
          ] as const,
        ]
      : []),
  ];
}
