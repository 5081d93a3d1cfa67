import { architectures, views } from "@/lib/model/architectures";
import { shownCategories } from "@/lib/model/pay/pay";
import { textCell } from "@/lib/text/csv-cell";
import { moneyCell } from "@/lib/value/amount";
import { type CsvFormat, usualFormat } from "@/lib/value/csv-format";
import { csvLines } from "./csv";
import { dateOf, type ExportedModel, yearOf } from "./document";

/** Savings have what they are against beside them, and another name: nobody adds them to costs. */
function headerOf(areSavings: boolean): string[] {
  return [
    ...["model", "scenario", "architecture", ...(areSavings ? ["against"] : []), "view", "period", "date"],
    ...["year", "month", "category", areSavings ? "saved" : "amount", "currency"],
  ];
}

/**
 * projection.csv: one row per scenario, architecture, view, month and category, amounts exact to the minor unit.
 * Yields the header first, then the rows of one architecture and view at a time.
 */
export function* projectionCsv(model: ExportedModel, format: CsvFormat = usualFormat): Generator<string> {
  const { name, startMonth, currency, scenarios, isPayPooled = false, areSavings = false } = model;
  yield csvLines([headerOf(areSavings)], format);
  const modelCell = textCell(name);
  for (const scenario of scenarios) {
    const scenarioCell = textCell(scenario.name);
    const { months } = scenario.result;
    const dates = months.map((month) => dateOf(startMonth, month));
    for (const architecture of architectures) {
      for (const view of views) {
        const { lines } = scenario.result.architectures[architecture].views[view];
        const rows = months.flatMap((month) =>
          shownCategories(isPayPooled).map(({ key, word }) => [
            modelCell,
            scenarioCell,
            architecture,
            ...(areSavings ? [scenario.today ?? ""] : []),
            view,
            month === 0 ? "set-up" : "month",
            dates[month] as string,
            String(yearOf(month)),
            String(month),
            word,
            moneyCell(lines[key][month] as number, currency),
            currency,
          ]),
        );
        yield csvLines(rows, format);
      }
    }
  }
}
