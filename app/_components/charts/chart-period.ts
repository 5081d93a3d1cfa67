/** A place on an axis of years. */
export interface ChartPeriod {
  /** "Year 1". */
  readonly name: string;
  /** What stands under it where there is room, a line each: the fiscal years. */
  readonly notes: readonly string[];
}

/** "Year 1, FY 2026/27": for a file, and for whoever points at a bar. */
export function inOneLine(period: ChartPeriod | undefined): string {
  if (period === undefined) return "";
  return [period.name, ...(period.notes.length === 0 ? [] : [period.notes.join(" ")])].join(", ");
}

/** Room, px, below which the notes of neighbours would run into each other. */
const leastRoom = 84;

/** What stands at the axis, a line each. @param room px for one period */
export function tickOf(period: ChartPeriod | undefined, room: number): string | string[] {
  if (period === undefined) return "";
  return room < leastRoom || period.notes.length === 0 ? period.name : [period.name, ...period.notes];
}
