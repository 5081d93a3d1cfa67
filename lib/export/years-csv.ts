import { architectures } from "@/lib/model/architectures";
import { shownCategories } from "@/lib/model/pay/pay";
import type { Series } from "@/lib/model/result";
import { textCell } from "@/lib/text/csv-cell";
import { plainAmount } from "@/lib/value/amount";
import { byYear } from "./by-year";
import { csvLines } from "./csv";
import { type ExportedModel, yearOf } from "./document";

/** years.csv: one row per scenario, architecture and category in the cash view, and a Total row per architecture. */
export function* yearsCsv({ name, currency, scenarios, isPayPooled = false }: ExportedModel): Generator<string> {
  const longest = Math.max(...scenarios.map(({ result }) => result.months.length - 1));
  const years = Array.from({ length: yearOf(longest) }, (_, i) => `Year ${i + 1}`);
  yield csvLines([["model", "scenario", "architecture", "category", "currency", "Set-up", ...years, "Total"]]);
  for (const scenario of scenarios) {
    for (const architecture of architectures) {
      const { lines, total } = scenario.result.architectures[architecture].views.cash;
      const row = (label: string, series: Series) => {
        const sums = byYear(series);
        const all = sums.reduce((a, b) => a + b, 0);
        const cells = Array.from({ length: years.length + 1 }, (_, i) => plainAmount(sums[i] ?? 0, currency));
        return [
          textCell(name),
          textCell(scenario.name),
          architecture,
          label,
          currency,
          ...cells,
          plainAmount(all, currency),
        ];
      };
      yield csvLines([
        ...shownCategories(isPayPooled).map(({ key, word }) => row(word, lines[key])),
        row("Total", total),
      ]);
    }
  }
}
