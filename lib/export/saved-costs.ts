import { costsAgainst, netPresentAgainst } from "@/lib/analysis/against-today/costs-against";
import { readViewSettings } from "@/lib/analysis/view-settings";
import type { ExportedModel } from "./document";

/** Whether an address asks for what is saved against going on as now, `?against=today`, as pages have it. */
export const asksForSavings = (parameters: URLSearchParams) => readViewSettings(parameters).against === "today";

/** What is saved in each scenario against going on as now; scenarios in which nothing runs today are left out. Null where that is all of them. */
export function savedCosts(model: ExportedModel): ExportedModel | null {
  const scenarios = model.scenarios.flatMap(({ name, today, result, netPresent }) =>
    today === null
      ? []
      : [
          {
            ...{ name, today, result: costsAgainst(result, today) },
            netPresent: () => netPresentAgainst(netPresent(), today),
          },
        ],
  );
  return scenarios.length === 0 ? null : { ...model, scenarios, areSavings: true };
}
