import "server-only";
import { documentSchema } from "@/lib/decision/document";
import { sinceThen } from "@/lib/decision/since-then";
import { type DueDecision, takeDueDecisions } from "@/lib/server/access/decision-owners";
import { mailNotices } from "@/lib/server/notices/mail-notices";
import { logger } from "@/lib/server/runtime/logger";
import { inScope } from "@/lib/server/runtime/scope";
import { modelNow, todayOf } from "./model-now";
import { tellOfDueDecision } from "./sql";

/** So many at a time, one after the other: each may run the trials of its model. */
const atOnce = 20;

/**
 * Looks at each approved decision once a day: whether one of its conditions holds, or its review date has come. Who answers for it gets a
 * notice, and mail where that is set up, of what they have not been told yet.
 *
 * @returns how many were looked at
 */
export async function checkDueDecisions(now = new Date()): Promise<number> {
  let checked = 0;
  for (;;) {
    const due = await takeDueDecisions(atOnce);
    for (const one of due) {
      await check(one, now).catch((error: unknown) =>
        logger.error({ err: error, decision: one.decisionId }, "a decision could not be looked at"),
      );
    }
    checked += due.length;
    if (due.length < atOnce) return checked;
  }
}

async function check({ decisionId, access }: DueDecision, now: Date): Promise<void> {
  const row = await inScope(access.scope, (tx) =>
    tx.decision.findFirst({
      where: { id: decisionId, modelId: access.modelId, organisationId: access.organisationId },
      select: { document: true, alerts: true },
    }),
  );
  const model = await modelNow(access);
  if (row === null || model === null) return;
  const { conditions, review } = sinceThen(documentSchema.parse(JSON.parse(row.document)), todayOf(model, now));
  // What cannot be told now, for want of a result or of trials, stays as it was: else it would be news again.
  const due = conditions
    .map((each) => ({ ...each, alert: JSON.stringify(each.condition) }))
    .filter(({ holds, now: value, alert }) => holds || (value === null && row.alerts.includes(alert)))
    .map(({ alert }) => alert);
  const reasons = review?.isDue ? [...due, `review ${review.on}`] : due;
  const isNew = await inScope(access.scope, (tx) => tellOfDueDecision(tx, decisionId, reasons));
  if (isNew) await mailNotices(access.user);
}
