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

/** A letter of the axis and its share of the gap to the neighbour, px. */
const letter = 6.5;

/** What stands at the axis, a line each; without the notes where those of neighbours would run into each other. @param room px for one period */
export function tickOf(period: ChartPeriod | undefined, room: number): string | string[] {
  if (period === undefined) return "";
  const longest = Math.max(0, ...period.notes.map(({ length }) => length));
  return longest === 0 || room < longest * letter ? period.name : [period.name, ...period.notes];
}
