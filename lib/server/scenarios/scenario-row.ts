import "server-only";
import type { Inputs } from "@/lib/model/inputs";
import { checkScenarioInputs, type ScenarioFull } from "@/lib/schemas/scenario";
import type { ViewAccess } from "@/lib/server/access";
import type { ScopedTransaction } from "@/lib/server/scope";

export const scenarioFields = {
  id: true,
  name: true,
  inputs: true,
  revision: true,
  changedAt: true,
  changedBy: { select: { name: true } },
} as const;

interface ScenarioRow {
  id: string;
  name: string;
  inputs: unknown;
  revision: number;
  changedAt: Date;
  changedBy: { name: string } | null;
}

/** A stored scenario as pages see it; its inputs are checked as if they had been typed. */
export function scenarioOf(row: ScenarioRow): ScenarioFull {
  return {
    id: row.id,
    name: row.name,
    inputs: readInputs(row),
    revision: row.revision,
    changedAt: row.changedAt.toISOString(),
    changedBy: row.changedBy?.name ?? "Somebody who has left",
  };
}

function readInputs({ id, inputs }: ScenarioRow): Partial<Inputs> {
  const checked = checkScenarioInputs(inputs);
  if (checked.ok) return checked.inputs;
  throw new Error(`scenario ${id} holds figures that do not pass: ${checked.faults.map(({ key }) => key).join(", ")}`);
}

/** The scenarios of a model in the order in which they were made. */
export async function readScenarios(tx: ScopedTransaction, access: ViewAccess): Promise<ScenarioFull[]> {
  const rows = await tx.scenario.findMany({
    where: { modelId: access.modelId, organisationId: access.organisationId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: scenarioFields,
  });
  return rows.map(scenarioOf);
}
