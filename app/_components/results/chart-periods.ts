import type { ChartPeriod } from "@/app/_components/charts/chart-period";
import type { Series } from "@/lib/model/result";
import type { Calendar } from "@/lib/value/fiscal-year";
import { fiscalLines, periodsOf } from "./tables/periods";

/** Set-up and the years as a chart names them: short, the fiscal years in lines of their own. */
export function chartPeriods(months: Series, calendar: Calendar): ChartPeriod[] {
  return periodsOf(months, calendar).map(({ label, fiscal }) => ({
    name: label.replace(/ \(.*/, ""),
    notes: fiscalLines(fiscal),
  }));
}
