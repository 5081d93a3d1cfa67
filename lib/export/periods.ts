import { type Column, columnsOf, type Span } from "@/lib/analysis/columns";
import type { Series } from "@/lib/model/result";
import { type Calendar, fiscalYears } from "@/lib/value/fiscal-year";

/** Set-up, or a time of the model that figures are summed over. */
export interface Period extends Column {
  /** The fiscal years that it falls in, "FY 2026/27"; empty for set-up, and where its label says so. */
  readonly fiscal: string;
}

/** Set-up, then years, fiscal years or months, each with its name. @param months of the result */
export function periodsOf(months: Series, calendar: Calendar, span: Span = "year"): Period[] {
  return columnsOf(months.length - 1, span, calendar).map((column) => ({
    ...column,
    fiscal: column.from === 0 || span === "fiscalYear" ? "" : fiscalYears(calendar, column.from, column.to),
  }));
}

/** "FY 2026/27" and "and 2027/28": a line each, where there is little room. */
export function fiscalLines(fiscal: string): string[] {
  return fiscal === "" ? [] : fiscal.split(/ (?=and |to )/);
}

export function sumOf(series: Series): number {
  return series.reduce((sum, value) => sum + value, 0);
}

/** The running total, month by month. */
export function cumulative(series: Series): number[] {
  let sum = 0;
  return series.map((value) => {
    sum += value;
    return sum;
  });
}
