import { columnsOf, nameIn, type Span } from "@/lib/analysis/columns";
import { readViewSettings } from "@/lib/analysis/view-settings";
import { architectureNames, architectures } from "@/lib/model/architectures";
import { shownCategories } from "@/lib/model/pay/pay";
import type { Series, ViewResult } from "@/lib/model/result";
import { textCell } from "@/lib/text/csv-cell";
import { moneyCell } from "@/lib/value/amount";
import { type CsvFormat, usualFormat } from "@/lib/value/csv-format";
import { csvLines } from "./csv";
import type { ExportedModel } from "./document";

/** How long a column of years.csv is; projection.csv has months. */
type YearSpan = Exclude<Span, "month">;

/** As an address asks for it: `?by=fiscal-year`, as pages have it. */
export function yearSpanIn(parameters: URLSearchParams): YearSpan {
  return readViewSettings(parameters).by === "fiscalYear" ? "fiscalYear" : "year";
}

/**
 * years.csv: of each scenario and architecture a row for each category, and one for the total; first in cash, then as net present cost, of
 * which the last month has the book value that is credited. Where they are savings (saved-costs.ts), the figures say so. Columns are years of the model or fiscal years, and both add up to Total.
 */
export function* yearsCsv(
  model: ExportedModel,
  span: YearSpan = "year",
  format: CsvFormat = usualFormat,
): Generator<string> {
  const { name, currency, scenarios, isPayPooled = false, areSavings = false } = model;
  const horizons = scenarios.map(({ result }) => result.months.length - 1);
  // A scenario with a shorter horizon has nothing in the last of them.
  const columns = columnsOf(Math.max(...horizons), span, model);
  yield csvLines(
    [
      [
        ...["model", "scenario", "architecture", "architectureName", ...(areSavings ? ["against"] : [])],
        ...["category", "categoryName", "figure", "currency"],
        ...columns.map(({ label }) => nameIn(label)),
        "Total",
      ],
    ],
    format,
  );
  for (const scenario of scenarios) {
    const netPresent = scenario.netPresent();
    for (const architecture of architectures) {
      const cells = (series: Series) => {
        const sums = columns.map(({ from, to }) => series.slice(from, to + 1).reduce((a, b) => a + b, 0));
        return [...sums, sums.reduce((a, b) => a + b, 0)].map((amount) => moneyCell(amount, currency));
      };
      const rows = (figure: string, { lines, total }: ViewResult) =>
        [
          ...shownCategories(isPayPooled).map(({ key, word, name }) => [
            word,
            name,
            figure,
            currency,
            ...cells(lines[key]),
          ]),
          ["Total", "Total", figure, currency, ...cells(total)],
        ].map((row) => [
          textCell(name),
          textCell(scenario.name),
          architecture,
          architectureNames[architecture],
          ...(areSavings ? [scenario.today ?? ""] : []),
          ...row,
        ]);
      yield csvLines(
        [
          ...rows(areSavings ? "cashSaved" : "cash", scenario.result.architectures[architecture].views.cash),
          ...rows(areSavings ? "netPresentSaved" : "netPresent", netPresent[architecture]),
        ],
        format,
      );
    }
  }
}
