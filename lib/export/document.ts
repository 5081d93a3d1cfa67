import type { Architecture } from "@/lib/model/architectures";
import type { CostsResult } from "@/lib/model/pay/pay";
import type { NetPresentCosts } from "@/lib/model/result";
import type { Calendar } from "@/lib/value/fiscal-year";

/** What an export needs to know of a model beside its figures. */
export interface ExportedModel extends Calendar {
  readonly name: string;
  /** ISO 4217 code. */
  readonly currency: string;
  readonly scenarios: readonly ExportedScenario[];
  /** Whether figures that would disclose pay are joined to one sum, for a reader who is not shown pay. */
  readonly isPayPooled?: boolean;
  /** Whether figures are what is saved against going on as now. */
  readonly areSavings?: boolean;
}

export interface ExportedScenario {
  readonly name: string;
  /** What runs today; null where nothing does. */
  readonly today: Architecture | null;
  readonly result: CostsResult;
  /** Worked out when it is asked for: not every file needs it. */
  readonly netPresent: () => NetPresentCosts;
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
