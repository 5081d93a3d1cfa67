import type { Series } from "@/lib/model/result";
import { type Calendar, fiscalYears } from "@/lib/value/fiscal-year";

/** Set-up, or a year of the model: the months from one to the other, both in it. */
export interface Period {
  /** "Year 1", and how long it is where it is short. */
  label: string;
  /** The fiscal years that it falls in, "FY 2026/27"; empty for set-up. */
  fiscal: string;
  from: number;
  to: number;
}

/** Month 0 is set-up; year y is months 12(y-1)+1 to 12y; the last may be short and then says so. */
export function periodsOf(months: Series, calendar: Calendar): Period[] {
  const horizon = months.length - 1;
  const years = Array.from({ length: Math.ceil(horizon / 12) }, (_, index): Period => {
    const from = index * 12 + 1;
    const to = Math.min(from + 11, horizon);
    const label = to - from === 11 ? `Year ${index + 1}` : `Year ${index + 1} (${to - from + 1} months)`;
    return { label, fiscal: fiscalYears(calendar, from, to), from, to };
  });
  return [{ label: "Set-up", fiscal: "", from: 0, to: 0 }, ...years];
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
