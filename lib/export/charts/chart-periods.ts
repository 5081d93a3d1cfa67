import { nameIn } from "@/lib/analysis/columns";
import { fiscalLines, periodsOf } from "@/lib/export/periods";
import type { Series } from "@/lib/model/result";
import type { Calendar } from "@/lib/value/fiscal-year";
import type { ChartPeriod } from "./chart-period";

/** Set-up and the years as a chart names them: short, the fiscal years in lines of their own. */
export function chartPeriods(months: Series, calendar: Calendar): ChartPeriod[] {
  return periodsOf(months, calendar).map(({ label, fiscal }) => ({
    name: nameIn(label),
    notes: fiscalLines(fiscal),
  }));
}
