import "server-only";
import type { ViewAccess } from "@/lib/server/access/model";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import { insertScenario, type StoredScenario } from "./insert-scenario";

/**
 * Gives a copy of a model the scenarios of the original, as they are stored: one that no longer fits its model says so in the copy too,
 * and can be mended there.
 */
export async function copyScenarios(
  tx: ScopedTransaction,
  { modelId, organisationId }: ViewAccess,
  into: OrganisationViewAccess,
  copyId: string,
  origin: RequestOrigin,
): Promise<void> {
  const scenarios = await tx.scenario.findMany({
    where: { modelId, organisationId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    select: { name: true, inputs: true, rows: true, currencyRate: true },
  });
  await addScenarios(tx, into, copyId, scenarios as StoredScenario[], origin);
}

/** Gives a model that is being made its scenarios, in their order. */
export async function addScenarios(
  tx: ScopedTransaction,
  into: OrganisationViewAccess,
  modelId: string,
  scenarios: readonly StoredScenario[],
  origin: RequestOrigin,
): Promise<void> {
  const now = Date.now();
  for (const [place, scenario] of scenarios.entries()) {
    await insertScenario(tx, into, modelId, scenario, origin, new Date(now + place));
  }
}
