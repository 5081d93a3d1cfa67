import type { Node, Quantity } from "@/lib/formula/node";

/** A formula as a spreadsheet reads it, with how tightly it binds. */
export interface Printed {
  readonly text: string;
  readonly precedence: number;
}

/** A sign binds tighter than a power there, and powers group from the left: −2^2 is 4. */
export const binds = { loosely: 0, comparison: 1, sum: 3, product: 4, power: 5, sign: 6, tightly: 9 } as const;

/** The columns of this month and of the one before, until a row is written out month by month. */
export const thisMonth = "\u0001";
export const monthBefore = "\u0002";

/** Where a formula stands: in a cell for all months, in that of set-up, or in one of each month of service. */
export type Moment = "single" | "setUp" | "service";

/** A row with a cell for each month, as formulas refer to it. */
export interface MonthRow {
  readonly cell: string;
  readonly previous: string;
  readonly setUp: string;
  readonly month1: string;
  /** Months 1 to the horizon; what is beyond it holds text, which sums and extremes pass over. */
  readonly service: string;
  /** Set-up to the horizon. */
  readonly all: string;
  /** Set-up to this month, and to the one before: a range that does not hold the cell in which it is read. */
  readonly untilNow: string;
  readonly untilBefore: string;
}

/** One argument of a word of the language. */
export interface Argument {
  readonly node: Node;
  readonly isMonthly: boolean;
  /** @param least how tightly it must bind to stand without parentheses */
  readonly text: (least?: number) => string;
  /** The same for a formula that says it several times: a long one gets a row of its own. */
  readonly repeated: () => string;
  /** As a condition. */
  readonly condition: () => string;
  /** The row in which it stands month by month; one of its own where it is no quantity. */
  readonly row: () => MonthRow;
}

/** What a row of workings or a table holds: formulas, and what they come to. */
export interface Read {
  readonly months: number;
  readonly values: (quantity: Quantity) => Float64Array;
}

export interface Working {
  readonly label: string;
  readonly unit: string;
  /** One cell for all months. */
  readonly single?: string;
  /** Or one for each month. */
  readonly monthly?: { readonly setUp: string; readonly service: string };
  readonly values: (read: Read) => ArrayLike<number>;
}

/** A table beside the months: columns of formulas with what they come to. */
export interface Table {
  readonly title: string;
  readonly columns: readonly { readonly head: string; readonly width: number }[];
  /** The formulas of a row; "" leaves a cell out. `address(column, row)` is where a cell of the table stands. */
  readonly rows: readonly (readonly string[])[];
  readonly values: (read: Read) => readonly (readonly (number | null)[])[];
}

export interface TablePlace {
  /** "$C$7": the cell of a column and a row of the table, both from 0, on its own sheet. */
  readonly address: (column: number, row: number) => string;
  /** The same seen from other sheets, as a range of rows of one column. */
  readonly range: (column: number, from: number, to: number) => string;
}

/** Where a formula stands, and what it may ask for beside its arguments. */
export interface Place {
  readonly moment: Moment;
  /** The month, "\u0001$4". */
  readonly month: string;
  /** The months from set-up to this one. */
  readonly monthsUntilNow: string;
  readonly horizon: string;
  /** A row of workings; made once for each key. */
  readonly working: (key: string, make: (row: WorkingPlace) => Working) => WorkingPlace;
  /** A table; made once for each key. */
  readonly table: (key: string, make: (place: TablePlace) => Table) => TablePlace;
  /** A node as a quantity, so that its values can be read. */
  readonly read: (node: Node) => Quantity;
}

/** Where a row of workings stands, seen from the formula that asked for it. */
export interface WorkingPlace extends MonthRow {
  /** Its one cell. */
  readonly single: string;
}

/** How a word of the language is said in a spreadsheet. */
export type Form = (args: readonly Argument[], place: Place) => Printed;

export const tightly = (text: string): Printed => ({ text, precedence: binds.tightly });

/** A number as a spreadsheet reads it in every country's file. */
export function numberText(value: number): string {
  return String(value).toUpperCase();
}
