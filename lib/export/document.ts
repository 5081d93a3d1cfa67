import type { CostsResult } from "@/lib/model/pay/pay";

/** What an export needs to know of a model beside its figures. */
export interface ExportedModel {
  readonly name: string;
  /** First month of service, "2027-01". */
  readonly startMonth: string;
  /** ISO 4217 code. */
  readonly currency: string;
  readonly scenarios: readonly { readonly name: string; readonly result: CostsResult }[];
  /** Whether figures that would disclose pay are joined to one sum, for a reader who is not shown pay. */
  readonly isPayPooled?: boolean;
}

/** The year that a month falls in: year y is months 12(y−1)+1..12y; set-up, month 0, is year 0. */
export function yearOf(month: number): number {
  return Math.ceil(month / 12);
}

/** The first day of a month of the model, "2027-01-01"; month 1 is the start month. */
export function dateOf(startMonth: string, month: number): string {
  const [year = 0, first = 1] = startMonth.split("-").map(Number);
  return new Date(Date.UTC(year, first - 1 + month - 1, 1)).toISOString().slice(0, 10);
}
