import "server-only";
import type { ScenarioRows } from "@/lib/draft/scenario/scenario-rows";
import type { Inputs } from "@/lib/model/inputs";
import type { ViewAccess } from "@/lib/server/access/model";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import { recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import type { Prisma } from "@/prisma/generated/client";

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

interface StoredScenario {
  readonly name: string;
  readonly inputs: Partial<Inputs>;
  readonly rows?: ScenarioRows;
  readonly currencyRate: number;
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
  const { user } = into;
  for (const [place, { name, inputs, rows = {}, currencyRate }] of scenarios.entries()) {
    const { id } = await tx.scenario.create({
      data: {
        organisationId: into.organisationId,
        modelId,
        name,
        inputs: inputs as Prisma.InputJsonObject,
        rows: rows as Prisma.InputJsonObject,
        currencyRate,
        creatorId: user.id,
        changedById: user.id,
        // They are listed in the order in which they were made.
        createdAt: new Date(now + place),
      },
      select: { id: true },
    });
    await recordEvent(tx, into, origin, {
      action: "scenario.created",
      subjectType: "scenario",
      subjectId: id,
      detail: { model: modelId },
    });
  }
}
