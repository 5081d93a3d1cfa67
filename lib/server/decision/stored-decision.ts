import "server-only";
import type { DecisionSettings, SaveDecisionOutcome, StoredDecision } from "@/lib/draft/decision";
import { refused } from "@/lib/outcome";
import { decisionSchema, swingsSchema } from "@/lib/schemas/decision";
import type { CommentAccess, EditAccess, ViewAccess } from "@/lib/server/access/model";
import { recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import type { Prisma } from "@/prisma/generated/client";
import { weighingPeople } from "./sql";

/** The criteria of a model's decision and everybody's weights. */
export async function loadDecision(access: ViewAccess): Promise<StoredDecision> {
  const { user, modelId, organisationId } = access;
  return inScope(access.scope, async (tx) => {
    const where = { modelId, organisationId };
    const criteria = await tx.decisionCriteria.findFirst({ where, select: { settings: true, revision: true } });
    const weights = await tx.decisionWeights.findMany({
      where,
      orderBy: [{ changedAt: "asc" }, { userId: "asc" }],
      select: { userId: true, swings: true },
    });
    const names = new Map((await weighingPeople(tx, access)).map(({ id, name }) => [id, name]));
    return {
      settings: criteria === null ? null : decisionSchema.parse(criteria.settings),
      revision: criteria?.revision ?? 0,
      weights: weights.map(({ userId, swings }) => ({
        userId,
        name: names.get(userId) ?? "",
        isOwn: userId === user.id,
        swings: swingsSchema.parse(swings),
      })),
    };
  });
}

const stale = refused(
  "form",
  "Another person has changed the criteria since this page was loaded. Note what you typed, then load the page again.",
);

/**
 * Saves the criteria over the revision that they were made from, 0 for the first. Where another was first, nothing is changed: the number is
 * checked by the statement itself.
 */
export async function saveDecision(
  access: EditAccess,
  given: { revision: number; settings: DecisionSettings },
  origin: RequestOrigin,
): Promise<SaveDecisionOutcome> {
  const { user, modelId, organisationId } = access;
  const revision = given.revision + 1;
  const changed = {
    settings: given.settings as unknown as Prisma.InputJsonObject,
    revision,
    changedById: user.id,
    changedAt: new Date(),
  };
  const save = async (tx: ScopedTransaction): Promise<SaveDecisionOutcome> => {
    const { count } =
      given.revision === 0
        ? await tx.decisionCriteria.createMany({ data: { modelId, organisationId, ...changed }, skipDuplicates: true })
        : await tx.decisionCriteria.updateMany({
            where: { modelId, organisationId, revision: given.revision },
            data: changed,
          });
    if (count === 0) return stale;
    await recordEvent(tx, access, origin, {
      action: "model.criteria",
      subjectType: "model",
      subjectId: modelId,
      detail: { revision },
    });
    return { ok: true, revision };
  };
  return inScope(access.scope, save);
}

/** Saves how this person weighs. */
export async function saveOwnWeights(
  access: CommentAccess,
  swings: Readonly<Record<string, number>>,
  origin: RequestOrigin,
): Promise<SaveDecisionOutcome> {
  const { user, modelId, organisationId } = access;
  const save = async (tx: ScopedTransaction): Promise<SaveDecisionOutcome> => {
    const changed = { swings: { ...swings }, changedAt: new Date() };
    const { count } = await tx.decisionWeights.createMany({
      data: { modelId, organisationId, userId: user.id, ...changed },
      skipDuplicates: true,
    });
    if (count === 0) {
      await tx.decisionWeights.updateMany({ where: { modelId, organisationId, userId: user.id }, data: changed });
    }
    await recordEvent(tx, access, origin, { action: "model.weights", subjectType: "model", subjectId: modelId });
    return { ok: true, revision: 0 };
  };
  return inScope(access.scope, save);
}
