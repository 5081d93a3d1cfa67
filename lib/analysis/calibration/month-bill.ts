import type { BillPlace } from "@/lib/model/rows/choices";
import type { BillLine } from "@/lib/model/rows/own-rows";
import { placeOfService } from "@/lib/model/rows/service-names";
import { formatMonth } from "@/lib/value/calendar";
import type { BilledAmount } from "./question";

/** The lines of a bill that are of one month. Months are of the calendar, "2026-03". */
export interface MonthBill {
  readonly month: string;
  readonly lines: readonly BillLine[];
}

/** Where a line belongs: as it says, else as the name of its service does. */
export const placeOfLine = ({ label, place }: BillLine): BillPlace => place ?? placeOfService(label);

/** The bills of a model by month, the newest first; a line without a month is of the model's first. */
export function monthBills(lines: readonly BillLine[], startMonth: string): MonthBill[] {
  const months = [...new Set(lines.map(({ month = startMonth }) => month))].sort().reverse();
  return months.map((month) => ({ month, lines: lines.filter((line) => (line.month ?? startMonth) === month) }));
}

/** What the source of a figure is called that a bill has moved. */
export const billSource = (month: string) => `Cloud bill, ${formatMonth(month)}`;

const monthsSinceZero = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));

/** The month of the model that a month of the calendar is; the first for every month before it, as prices today are its. */
export function modelMonth(month: string, startMonth: string): number {
  return Math.max(1, monthsSinceZero(month) - monthsSinceZero(startMonth) + 1);
}

/** A bill's amounts by where they belong. */
export function billedAmounts({ lines }: MonthBill): BilledAmount[] {
  return lines.map((line) => ({ place: placeOfLine(line), amount: line.amount }));
}
