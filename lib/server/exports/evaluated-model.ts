import "server-only";
import { checkInputs } from "@/lib/draft/inputs";
import type { CostModelFull } from "@/lib/draft/model";
import { baseName, inputsOf } from "@/lib/draft/scenario";
import type { ExportedModel } from "@/lib/export/document";
import { completeInputs } from "@/lib/model/currency";
import { evaluateModel, ModelError } from "@/lib/model/evaluate";
import type { Inputs } from "@/lib/model/inputs";
import type { CostsResult } from "@/lib/model/pay/pay";
import { declaredBy } from "@/lib/model/released/as-released";
import { takeTurns } from "@/lib/server/runtime/take-turns";

/**
 * A model and its scenarios, evaluated one after the other with a turn for others between, as the CSV files take it.
 *
 * @throws ModelError whose message names the scenario, where figures that fitted when they were typed no longer do
 */
export async function evaluated(
  model: CostModelFull,
  scenarios: readonly { name: string; inputs: Partial<Inputs> }[],
): Promise<ExportedModel> {
  const { name, startMonth, currency, currencyRate, customLines } = model;
  const all: { name: string; result: CostsResult }[] = [];
  for (const scenario of [{ name: baseName, inputs: {} }, ...scenarios]) {
    await takeTurns();
    try {
      const checked = checkInputs(
        inputsOf(model.inputs, scenario),
        currencyRate,
        currency,
        declaredBy(model.released, currencyRate),
      );
      if (!checked.ok) throw new ModelError("scenario", checked.faults.map(({ message }) => message).join(" "));
      const inputs = completeInputs(checked.inputs, currencyRate);
      all.push({ name: scenario.name, result: evaluateModel(inputs, customLines) });
    } catch (error) {
      if (!(error instanceof ModelError) || scenario.name === baseName) throw error;
      throw new ModelError(error.key, `Scenario “${scenario.name}”: ${error.message}`);
    }
  }
  return { name, startMonth, currency, scenarios: all };
}
