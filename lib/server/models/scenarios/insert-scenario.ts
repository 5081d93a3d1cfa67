import "server-only";
import type { ScenarioRows } from "@/lib/draft/scenario/scenario-rows";
import type { Inputs } from "@/lib/model/inputs";
import type { EditAccess } from "@/lib/server/access/model";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import { recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import type { Prisma } from "@/prisma/generated/client";
import { scenarioFields } from "./scenario-row";

export interface StoredScenario {
  readonly name: string;
  readonly inputs: Partial<Inputs>;
  readonly rows?: ScenarioRows;
  readonly currencyRate: number;
}

/**
 * Stores a new scenario of a model, with a trace in the audit log.
 *
 * @param into the model's proof, or that of the organisation in which the model is being made
 * @param createdAt where it is not now: scenarios are listed in the order in which they were made
 */
export async function insertScenario(
  tx: ScopedTransaction,
  into: EditAccess | OrganisationViewAccess,
  modelId: string,
  { name, inputs, rows = {}, currencyRate }: StoredScenario,
  origin: RequestOrigin,
  createdAt?: Date,
) {
  const { user, organisationId } = into;
  const row = await tx.scenario.create({
    data: {
      ...{ organisationId, modelId, name, currencyRate, ...(createdAt && { createdAt }) },
      inputs: inputs as Prisma.InputJsonObject,
      rows: rows as Prisma.InputJsonObject,
      creatorId: user.id,
      changedById: user.id,
    },
    select: scenarioFields,
  });
  await recordEvent(tx, into, origin, {
    action: "scenario.created",
    subjectType: "scenario",
    subjectId: row.id,
    detail: { model: modelId },
  });
  return row;
}
