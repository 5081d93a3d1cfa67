import { fieldsOfTable, type RowField, type RowNumber } from "@/lib/model/rows/fields";
import { unitInCurrency } from "@/lib/value/unit-label";
import { type Cell, columnName, type SheetRow, type Validation } from "../xlsx/cell";
import { headingRow, muted, text, unitLook, wrapped } from "./looks";
import { editable, figureLooks, figureRule } from "./row-figures";
import type { ChangedFigure, WorkbookRows } from "./scenario-rows";

/** The key by which formulas know a figure of a row. */
export const figureKey = ({ table, place, field }: Pick<ChangedFigure, "table" | "place" | "field">) =>
  `${table}.${place}.${field}`;

const declaredOf = ({ table, field }: ChangedFigure) =>
  (fieldsOfTable[table] as Readonly<Record<string, RowField>>)[field] as RowNumber;

/** What a changed figure is called: its row, and which figure of it. */
export function figureLabel({ rows }: WorkbookRows, changed: ChangedFigure): string {
  const row = rows[changed.table][changed.place] as { readonly label?: string; readonly role?: string };
  return `${row.label ?? row.role}: ${declaredOf(changed).label.toLowerCase()}`;
}

interface Placed {
  /** Row of the sheet of scenarios in which the heading stands. */
  readonly headingAt: number;
  /** Of the first scenario, from 0. */
  readonly firstColumn: number;
  readonly currency: string;
  /** Where the model's own figure stands, by its key. */
  readonly cellOf: ReadonlyMap<string, string>;
}

/** The figures of rows on the sheet of scenarios, as inputs stand there: an empty cell leaves the model's own. */
export function changedFigureRows(of: WorkbookRows, placed: Placed): { rows: SheetRow[]; validations: Validation[] } {
  const { changes, scenarios } = of;
  if (changes.length === 0) return { rows: [], validations: [] };
  const { headingAt, firstColumn, currency, cellOf } = placed;
  const [from, to] = [columnName(firstColumn), columnName(firstColumn + scenarios.length - 1)];
  const rows = changes.map((changed): SheetRow => {
    const declared = declaredOf(changed);
    const key = figureKey(changed);
    const look = figureLooks[declared.format];
    const own = of.rows[changed.table][changed.place] as unknown as Readonly<Record<string, number>>;
    return {
      cells: [
        text(figureLabel(of, changed), wrapped),
        { value: unitInCurrency(declared.unit, currency), look: unitLook },
        { value: key, look: muted },
        { value: own[changed.field] ?? 0, formula: cellOf.get(key) as string, look: { ...look, colour: "muted" } },
        ...changed.values.map((value): Cell => ({ value, look: editable(look) })),
        ...changed.values.map((value): Cell => ({ value, look })),
      ],
    };
  });
  const validations = changes.flatMap((changed, place) => {
    const row = headingAt + 1 + place;
    return figureRule(declaredOf(changed), `${from}${row}:${to}${row}`);
  });
  const heading = headingRow("Own lines and other rows", firstColumn + scenarios.length);
  return { rows: [heading, ...rows], validations };
}
