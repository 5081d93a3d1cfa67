import type { Calendar } from "@/lib/fiscal-year";
import type { Series } from "@/lib/model/result";
import type { ChartPeriod } from "../charts/chart-period";
import { fiscalLines, periodsOf } from "./periods";

/** Set-up and the years as a chart names them: short, the fiscal years in lines of their own. */
export function chartPeriods(months: Series, calendar: Calendar): ChartPeriod[] {
  return periodsOf(months, calendar).map(({ label, fiscal }) => ({
    name: label.replace(/ \(.*/, ""),
    notes: fiscalLines(fiscal),
  }));
}
