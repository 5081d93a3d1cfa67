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
const letter = 7.25;

const fits = (notes: readonly string[], room: number) => notes.every(({ length }) => room >= length * letter);

/** "26/27" of "FY 2026/27", "2027" of "and 2027": what a fiscal year is called where there is little room. */
const short = (note: string) => note.replace(/^(?:FY|and|to) /, "").replace(/^\d\d(?=\d\d\/)/, "");

/** Whether fiscal years stand at the axis in short, so that its title must say what they are. @param room px for one period */
export function isShort(periods: readonly ChartPeriod[], room: number): boolean {
  return periods.some(({ notes }) => !fits(notes, room));
}

/** What stands at the axis, a line each. @param inShort whether fiscal years are called by their numbers alone */
export function tickOf(period: ChartPeriod | undefined, inShort: boolean): string | string[] {
  if (period === undefined) return "";
  const notes = inShort ? period.notes.map(short) : period.notes;
  return notes.length === 0 ? period.name : [period.name, ...notes];
}
