import "server-only";
import type { ViewAccess } from "@/lib/server/access/model";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import type { Prisma } from "@/prisma/generated/client";

/** Gives a copy of a model the criteria, ends and group's weights of the original. How each person weighs stays theirs. */
export async function copyCriteria(
  tx: ScopedTransaction,
  { modelId, organisationId }: ViewAccess,
  into: OrganisationViewAccess,
  copyId: string,
): Promise<void> {
  const where = { modelId, organisationId };
  const criteria = await tx.decisionCriteria.findFirst({ where, select: { settings: true } });
  if (criteria === null) return;
  const settings = criteria.settings as Prisma.InputJsonObject;
  const of = { modelId: copyId, organisationId: into.organisationId, changedById: into.user.id };
  await tx.decisionCriteria.createMany({ data: { ...of, settings, revision: 1 } });
}
