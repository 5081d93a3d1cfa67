/** A place on an axis of years. */
export interface ChartPeriod {
  /** "Year 1". */
  readonly name: string;
  /** The fiscal years under it where there is room, one line each. */
  readonly notes: readonly string[];
}

/** "Year 1, FY 2026/27": for a file, and for a bar's tooltip. */
export function inOneLine(period: ChartPeriod | undefined): string {
  if (period === undefined) return "";
  return [period.name, ...(period.notes.length === 0 ? [] : [period.notes.join(" ")])].join(", ");
}

/** A letter of the axis and its share of the gap to the neighbour, px. */
const letter = 7.25;

const fits = (notes: readonly string[], room: number) => notes.every(({ length }) => room >= length * letter);

/** "26/27" of "FY 2026/27", "2027" of "and 2027": the short name of a fiscal year. */
const short = (note: string) => note.replace(/^(?:FY|and|to) /, "").replace(/^\d\d(?=\d\d\/)/, "");

/** Whether the axis has short names of fiscal years, which its title must explain. @param room px for one period */
export function isShort(periods: readonly ChartPeriod[], room: number): boolean {
  return periods.some(({ notes }) => !fits(notes, room));
}

/** The labels at the axis, one line each. @param inShort whether fiscal years are written as numbers alone */
export function tickOf(period: ChartPeriod | undefined, inShort: boolean): string | string[] {
  if (period === undefined) return "";
  const notes = inShort ? period.notes.map(short) : period.notes;
  return notes.length === 0 ? period.name : [period.name, ...notes];
}
