import { type Calendar, fiscalYears } from "@/lib/value/fiscal-year";

/** How long a column is. */
export const spans = ["year", "fiscalYear", "month"] as const;
export type Span = (typeof spans)[number];

export interface Column {
  /** "Total", "Set-up", "Year 2", "FY 2027/28" or "Month 13"; of a short year also how long it is. */
  readonly label: string;
  /** First and last month in it; 0 is set-up. */
  readonly from: number;
  readonly to: number;
}

/** Set-up, then years, fiscal years or months: each month of a model is in exactly one of them. @param horizon in months */
export function columnsOf(horizon: number, span: Span, calendar: Calendar): Column[] {
  return [{ label: "Set-up", from: 0, to: 0 }, ...running(horizon, span, calendar)];
}

function running(horizon: number, span: Span, calendar: Calendar): Column[] {
  const firsts = Array.from({ length: horizon }, (_, index) => index + 1).filter((month) =>
    isFirst(month, span, calendar),
  );
  return firsts.map((from, index) => {
    const to = (firsts[index + 1] ?? horizon + 1) - 1;
    const name = nameOf(from, index, span, calendar);
    const months = to - from + 1;
    return { label: span === "month" || months === 12 ? name : `${name} (${monthsWords(months)})`, from, to };
  });
}

/** The name of a column without how long it is: "Year 2" of "Year 2 (6 months)". */
export function nameIn(label: string): string {
  return label.replace(/ \(.*/, "");
}

function isFirst(month: number, span: Span, calendar: Calendar): boolean {
  if (span === "month" || month === 1) return true;
  if (span === "year") return month % 12 === 1;
  return fiscalYears(calendar, month, month) !== fiscalYears(calendar, month - 1, month - 1);
}

function nameOf(from: number, index: number, span: Span, calendar: Calendar): string {
  if (span === "fiscalYear") return fiscalYears(calendar, from, from);
  return `${span === "year" ? "Year" : "Month"} ${index + 1}`;
}

const monthsWords = (months: number) => (months === 1 ? "1 month" : `${months} months`);
