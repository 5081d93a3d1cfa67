import "server-only";
import type { FiguresOfFile } from "@/lib/draft/model";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { addModel, type CreateOutcome, countNewModel } from "./create-model";
import { addScenarios } from "./scenarios/copy-scenarios";

/** Makes a model of what was read of a file, with its scenarios and under its version: all of it or nothing. */
export async function importModel(
  access: OrganisationViewAccess,
  { draft, templateKey, version, scenarios = [] }: FiguresOfFile,
  origin: RequestOrigin,
): Promise<CreateOutcome> {
  const tooMany = await countNewModel(access);
  if (tooMany !== null) return tooMany;
  return inScope(access.scope, async (tx) => {
    const made = await addModel(tx, access, { draft, templateKey, ...(version && { version }) }, origin);
    if (!made.ok) return made;
    const { currencyRate } = draft;
    const stored = scenarios.map((scenario) => ({ ...scenario, currencyRate }));
    await addScenarios(tx, access, made.id, stored, origin);
    return made;
  });
}
