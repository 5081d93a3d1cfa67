import "server-only";
import type { CostModelFull } from "@/lib/draft/model";
import type { ScenarioFull } from "@/lib/draft/scenario/scenario";
import { authorizeModel, type ViewAccess } from "@/lib/server/access/model";
import type { AuthenticatedUser } from "@/lib/server/access/person";
import { readModel } from "@/lib/server/models/model-row";
import { readScenarios } from "@/lib/server/models/scenarios/scenario-row";
import { readInScope } from "@/lib/server/runtime/read-scope";

export interface ModelWithScenarios {
  model: CostModelFull;
  scenarios: ScenarioFull[];
}

/** A model and its scenarios, or null where it is not there or not this person's to see. */
export async function getScenarios(user: AuthenticatedUser, id: string): Promise<ModelWithScenarios | null> {
  const access = await authorizeModel(user, id, "view");
  return access === null || access === "refused" ? null : loadScenarios(access);
}

export async function loadScenarios(access: ViewAccess): Promise<ModelWithScenarios | null> {
  return readInScope(access.scope, async (tx) => {
    const model = await readModel(tx, access);
    return model === null ? null : { model, scenarios: await readScenarios(tx, access, model) };
  });
}
