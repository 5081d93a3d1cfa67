import "server-only";
import type { CostModelFull } from "@/lib/draft/model";
import { checkScenarioInputs, type ScenarioFull } from "@/lib/draft/scenario/scenario";
import { convertScenarioRows, type ScenarioRows, statedRows } from "@/lib/draft/scenario/scenario-rows";
import { convertInputs, declaredCurrency } from "@/lib/model/currency";
import type { Inputs } from "@/lib/model/inputs";
import { declaredOf } from "@/lib/model/released/declared-of";
import { checkScenarioRows } from "@/lib/schemas/rows/check-scenario-rows";
import type { ViewAccess } from "@/lib/server/access/model";
import { type StoredScenario, scenarioRows } from "@/lib/server/models/sql";
import type { ReadTransaction } from "@/lib/server/runtime/read-scope";
import { takeTurns } from "@/lib/server/runtime/take-turns";
import { formerMember } from "@/lib/text/former-member";

export const scenarioFields = {
  id: true,
  name: true,
  inputs: true,
  rows: true,
  currencyRate: true,
  revision: true,
  changedAt: true,
  changedBy: { select: { name: true } },
} as const;

/** The rate of its model, and the version whose bounds it keeps to. */
export type OfModel = Pick<CostModelFull, "currencyRate" | "modelVersion">;

/**
 * A stored scenario as pages see it; its inputs and rows are checked as if they had been typed.
 *
 * @param model figures of money typed at another rate than its are converted
 */
export function scenarioOf(row: StoredScenario, { currencyRate: rate, modelVersion }: OfModel): ScenarioFull {
  return {
    id: row.id,
    name: row.name,
    inputs: convertInputs(readInputs(row, modelVersion), row.currencyRate, rate, declaredOf(modelVersion, rate)),
    ...statedRows(convertScenarioRows(readRows(row, modelVersion), row.currencyRate, rate)),
    currencyRate: rate,
    revision: row.revision,
    changedAt: row.changedAt.toISOString(),
    changedBy: row.changedBy?.name ?? formerMember,
  };
}

function readInputs({ id, inputs, currencyRate }: StoredScenario, version: number): Partial<Inputs> {
  const checked = checkScenarioInputs(inputs, currencyRate, undefined, declaredOf(version, currencyRate));
  if (checked.ok) return checked.inputs;
  throw new Error(`scenario ${id} holds figures that do not pass: ${checked.faults.map(({ key }) => key).join(", ")}`);
}

function readRows({ id, rows, currencyRate }: StoredScenario, version: number): ScenarioRows {
  const declared = declaredOf(version, currencyRate);
  const checked = checkScenarioRows(rows, { currency: declaredCurrency, declared });
  if (checked.ok) return checked.rows;
  throw new Error(`scenario ${id} holds rows that do not pass: ${checked.faults.map(({ key }) => key).join(", ")}`);
}

/** The scenarios of a model in the order in which they were made. */
export async function readScenarios(tx: ReadTransaction, access: ViewAccess, model: OfModel): Promise<ScenarioFull[]> {
  const scenarios: ScenarioFull[] = [];
  for (const row of await scenarioRows(tx, access)) {
    // Each may have as many rows as its model: checking all of them at once would hold the server.
    await takeTurns();
    scenarios.push(scenarioOf(row, model));
  }
  return scenarios;
}
