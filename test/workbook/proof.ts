import { byYear } from "@/lib/export/by-year";
import type { ExportedWorkbook } from "@/lib/export/workbook/sheets/exported-workbook";
import { modelWorkbook } from "@/lib/export/workbook/workbook";
import { columnName, type Sheet } from "@/lib/export/workbook/xlsx/cell";
import type { WorkbookFile } from "@/lib/export/workbook/xlsx/package";
import { zipWorkbook } from "@/lib/export/workbook/zip";
import {
  architectureNames,
  architectures,
  categories,
  categoryNames,
  viewNames,
  views,
} from "@/lib/model/architectures";
import { evaluateModel } from "@/lib/model/evaluate";
import type { InputKey, Inputs } from "@/lib/model/inputs";
import type { Values } from "./read-workbook";

/** A workbook with other values in some cells; what other cells have cached stays, and is stale. */
export function withCells(
  file: WorkbookFile,
  sheetName: string,
  changes: Readonly<Record<string, number | string>>,
): WorkbookFile {
  const change = (sheet: Sheet): Sheet => ({
    ...sheet,
    rows: sheet.rows.map((row, r) => ({
      ...row,
      cells: row.cells.map((cell, c) => {
        const value = changes[`${columnName(c)}${r + 1}`];
        return value === undefined || !cell ? cell : { ...cell, value };
      }),
    })),
  });
  return { ...file, sheets: file.sheets.map((sheet) => (sheet.name === sheetName ? change(sheet) : sheet)) };
}

/** The cell in which the model's own value of an input is typed. */
export function inputCell(file: WorkbookFile, key: InputKey): string {
  const named = file.names.get(key) as string;
  return named.replace("Inputs!$B$", "C");
}

/**
 * A workbook without the rows and columns that each printed page repeats: LibreOffice takes three seconds to read those of all
 * sheets, more than for all else of the file, and they bear on no value.
 */
export const unprintedBytesOf = (file: WorkbookFile) =>
  zipWorkbook({ ...file, sheets: file.sheets.map(({ frozen: _, ...sheet }) => sheet) });

/** The workbook of a model in which inputs were changed after the export, as a person does in the file. */
export async function changedWorkbook(exported: ExportedWorkbook, changed: Partial<Inputs>): Promise<Uint8Array> {
  const file = modelWorkbook(exported);
  const cells = Object.entries(changed).map(([key, value]) => [inputCell(file, key as InputKey), value]);
  return unprintedBytesOf(withCells(file, "Inputs", Object.fromEntries(cells)));
}

export interface Difference {
  readonly what: string;
  readonly workbook: unknown;
  readonly model: number;
}

/** Every year of every category and total, by view and architecture, that is half a hundredth or more from what the model says. */
export function differences(
  values: Values,
  { inputs, rows: ownRows }: ExportedWorkbook,
  changed: Partial<Inputs>,
): { compared: number; apart: Difference[] } {
  const result = evaluateModel({ ...inputs, ...changed }, ownRows);
  const sheet = values.get("Years") as ReadonlyMap<string, number | string>;
  const rows = new Map<string, number>();
  for (const [at, value] of sheet) {
    const row = Number(/\d+/.exec(at)?.[0]);
    if (!at.startsWith("A") || row < 5) continue;
    const name = [value, sheet.get(`B${row}`), sheet.get(`C${row}`)].join("|");
    if (sheet.has(`C${row}`)) rows.set(name, row);
  }
  const apart: Difference[] = [];
  let compared = 0;
  for (const view of views) {
    for (const architecture of architectures) {
      const { lines, total } = result.architectures[architecture].views[view];
      const all = [
        ...categories.map((category) => [categoryNames[category], lines[category]] as const),
        ["Total", total] as const,
      ];
      for (const [name, series] of all) {
        const what = [viewNames[view], architectureNames[architecture], name].join("|");
        for (const [year, model] of byYear(series).entries()) {
          const workbook = sheet.get(`${columnName(4 + year)}${rows.get(what)}`);
          compared++;
          if (typeof workbook !== "number" || !(Math.abs(workbook - model) < 0.005))
            apart.push({ what: `${what}|${year}`, workbook, model });
        }
      }
    }
  }
  return { compared, apart };
}
