/** A column by its number from 0: "A", "Z", "AA". */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}

export type NumberFormat =
  | "general"
  | "plain"
  | "money"
  | "price"
  | "whole"
  | "number"
  | "share"
  | "chance"
  | "month"
  | "text"
  | "difference";

/** How a cell looks. Each combination that is used becomes a style of the workbook. */
export interface Look {
  readonly format?: NumberFormat;
  readonly bold?: boolean;
  readonly size?: "title" | "heading";
  readonly colour?: "muted" | "input" | "inverse";
  readonly fill?: "head" | "input" | "group" | "value";
  readonly border?: "above" | "below" | "around";
  readonly align?: "right" | "center";
  /** A little room before it. */
  readonly isIndented?: boolean;
  readonly wrap?: boolean;
  readonly isUnlocked?: boolean;
}

/** A cell: text, or a number, or a formula with what it comes to; "" of a formula is an empty text, null no value at all. */
export interface Cell {
  readonly value: string | number | null;
  readonly formula?: string;
  readonly look?: Look;
}

export interface Validation {
  /** Cells, "D7" or "D7:D9". */
  readonly cells: string;
  readonly rule:
    | { readonly kind: "whole" | "decimal"; readonly min: number; readonly max: number }
    | { readonly kind: "list"; readonly words: readonly string[] }
    | { readonly kind: "list"; readonly range: string };
  readonly title: string;
  readonly message: string;
}

/** Cells that look otherwise while a formula holds for the first of them. */
export interface Condition {
  readonly cells: string;
  readonly formula: string;
  readonly look: "wrong" | "right" | "changed";
}

export interface Sheet {
  readonly name: string;
  /** What prints as its title, and stands in its tab. */
  readonly tab?: "answer" | "input" | "check";
  /** Widths of the columns from the first, in characters; the last one's is that of all others. */
  readonly widths: readonly number[];
  /** Columns from 0 that are not shown. */
  readonly hidden?: readonly number[];
  readonly rows: readonly SheetRow[];
  /** Rows and columns that stay in sight; the rows are printed on each page. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly validations?: readonly Validation[];
  readonly conditions?: readonly Condition[];
  readonly merged?: readonly string[];
  readonly isPortrait?: boolean;
  /** Printed over several pages side by side, each with the columns that stay in sight. */
  readonly isWide?: boolean;
  readonly chart?: Chart;
}

export interface SheetRow {
  /** From the first column; undefined leaves a cell out. */
  readonly cells: readonly (Cell | undefined)[];
  readonly height?: number;
}

/** Columns side by side, a colour for each series. */
export interface Chart {
  readonly title: string;
  readonly unit: string;
  /** From and to, columns and rows from 0. */
  readonly at: readonly [fromColumn: number, fromRow: number, toColumn: number, toRow: number];
  readonly labels: ChartRange;
  readonly series: readonly { readonly name: ChartRange; readonly values: ChartRange; readonly colour: string }[];
}

/** Cells with what they hold, so that the chart is drawn before anything is worked out. */
export interface ChartRange {
  readonly cells: string;
  readonly holds: readonly (string | number)[];
}

/** A sheet's name as formulas write it. */
export function sheetReference(name: string): string {
  return /^[A-Za-z]+$/.test(name) ? name : `'${name.replaceAll("'", "''")}'`;
}
