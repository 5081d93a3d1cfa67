/**
 * When a model runs, and when its fiscal years begin. Years of the model are twelve months from its first one, whenever a fiscal year
 * begins (model.md, section 11): fiscal years name what they fall in, and figures are summed by them only where that is asked for.
 */
export interface Calendar {
  /** The month that month 1 stands for, "2027-01". */
  readonly startMonth: string;
  /** First month of the fiscal year, 1 (January) to 12. */
  readonly fiscalYearStart: number;
}

/** The calendar year in which the fiscal year begins that a month of the model falls in; month 1 is the start month. */
function fiscalYearOf({ startMonth, fiscalYearStart }: Calendar, month: number): number {
  const [year = 0, first = 1] = startMonth.split("-").map(Number);
  // Months since the year 0 of a calendar that begins with the fiscal year's first month.
  return Math.floor((year * 12 + (first - 1) + (month - 1) - (fiscalYearStart - 1)) / 12);
}

/** "2027" where it is the calendar year, else by both years that it lies in, "2026/27": some call it by the one, some by the other. */
function yearsOf(year: number, fiscalYearStart: number): string {
  return fiscalYearStart === 1 ? String(year) : `${year}/${String((year + 1) % 100).padStart(2, "0")}`;
}

/** The fiscal years that months of the model fall in, both ends in it: "FY 2026/27", or "FY 2026/27 and 2027/28". */
export function fiscalYears(calendar: Calendar, from: number, to: number): string {
  const [first, last] = [fiscalYearOf(calendar, from), fiscalYearOf(calendar, to)];
  const words = [first, last].map((year) => yearsOf(year, calendar.fiscalYearStart));
  if (first === last) return `FY ${words[0]}`;
  return `FY ${words[0]} ${last - first === 1 ? "and" : "to"} ${words[1]}`;
}

/** Whether each year of the model is one fiscal year. */
export function isAligned({ startMonth, fiscalYearStart }: Calendar): boolean {
  return Number(startMonth.slice(5)) === fiscalYearStart;
}
