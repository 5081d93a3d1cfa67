import { architectureNames, categoryNames } from "@/lib/model/architectures";
import type { CustomLine } from "@/lib/model/custom-lines";
import { payCategories } from "@/lib/model/pay/pay";
import { lineDefaults } from "@/lib/model/sections/own-lines";
import { lineUnit } from "@/lib/value/unit-label";
import { type Cell, columnName, type Look, type Sheet } from "../xlsx/cell";
import type { ExportedWorkbook } from "./exported-workbook";
import { heads, muted, text, titleRow, unitLook, wordsRow, wrapped } from "./looks";
import { horizonName, nameOfInput } from "./named-inputs";

export const linesName = "Own lines";

const fields = ["amount", "fromMonth", "toMonth", "escalation"] as const;
const columns = [
  "Line",
  "Category",
  "Architectures",
  "Amount",
  "Unit",
  "First month",
  "Last month",
  "Rise a year",
  "Low",
  "High",
];
const columnOf = { amount: 3, fromMonth: 5, toMonth: 6, escalation: 7 };
const first = 5;

const isShown = ({ leavesOutPay }: ExportedWorkbook, line: CustomLine) =>
  !leavesOutPay || !payCategories.includes(line.category);

/** The names of the figures of own lines: what each stands for. */
export function lineNames(exported: ExportedWorkbook): [name: string, cell: string][] {
  const shown = exported.customLines.flatMap((line, place) => (isShown(exported, line) ? [place] : []));
  return shown.flatMap((place, i) =>
    fields.map((field): [string, string] => [
      nameOfInput({ key: `customLines.${place}.${field}` }),
      `'${linesName}'!$${columnName(columnOf[field])}$${first + i}`,
    ]),
  );
}

export function lineSheet(exported: ExportedWorkbook): Sheet {
  const { customLines, inputs, currency } = exported;
  const input = (look: Look): Look => ({ ...look, fill: "input", colour: "input", border: "around", isUnlocked: true });
  const rows = customLines
    .filter((line) => isShown(exported, line))
    .map((line) => ({
      cells: [
        text(line.label, wrapped),
        { value: categoryNames[line.category] },
        { value: line.architectures.map((each) => architectureNames[each]).join(", "), look: wrapped },
        { value: line.amount, look: input({ format: "money" }) },
        { value: lineUnit(line.kind, currency), look: unitLook },
        { value: line.fromMonth ?? lineDefaults.fromMonth(), look: input({ format: "whole" }) },
        {
          value: line.toMonth ?? lineDefaults.toMonth(inputs.horizonMonths),
          look: input({ format: "whole" }),
          ...(line.toMonth === undefined && { formula: horizonName }),
        },
        { value: line.escalation ?? lineDefaults.escalation(), look: input({ format: "share" }) },
        { value: line.low ?? null, look: { ...muted, format: "money" } },
        { value: line.high ?? null, look: { ...muted, format: "money" } },
      ] satisfies Cell[],
    }));
  const last = first + rows.length - 1;
  const whole = { kind: "whole", min: 0, max: 1200 } as const;
  return {
    name: linesName,
    tab: "input",
    widths: [40, 18, 36, 16, 22, 12, 12, 12, 14, 14],
    rows: [
      titleRow(linesName),
      wordsRow(
        rows.length === 0
          ? "This model has no own lines."
          : "Costs and credits of the model's own. Their amounts and months can be changed; what each is counted by and belongs to is part of the formulas.",
      ),
      { cells: [] },
      heads(columns),
      ...rows,
    ],
    frozen: { rows: first - 1, columns: 1 },
    validations:
      rows.length === 0
        ? []
        : [
            { cells: `F${first}:G${last}`, rule: whole, title: "Month", message: "A month: 0 is set-up." },
            {
              cells: `H${first}:H${last}`,
              rule: { kind: "decimal", min: -0.999999, max: 1000 },
              title: "Rise a year",
              message: "A share a year, above -100 %.",
            },
          ],
  };
}
