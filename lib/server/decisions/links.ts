import "server-only";
import { type DecisionDocument, documentSchema } from "@/lib/decision/document";
import type { DecisionState } from "@/lib/decision/record-file";
import { type Outcome, refused } from "@/lib/outcome";
import { routes } from "@/lib/routes";
import type { ShareAccess, ViewAccess } from "@/lib/server/access/model";
import { recordEvent } from "@/lib/server/audit/record-event";
import { hashToken, isToken, newToken } from "@/lib/server/crypto/tokens";
import { env } from "@/lib/server/runtime/env";
import { isWithinLimit } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope } from "@/lib/server/runtime/scope";
import { type LinkedDecisionRow, unsafeReadDecisionLink } from "./sql";

const daysOpen = 90;

/** To one record: its page lists all of them. */
const mostOpen = 50;

export type DecisionLinkOutcome = Outcome<{ link: string; expiresAt: string }>;

/** Makes a read-only link to one record, open for 90 days. Its token is in the answer and nowhere else. */
export async function createDecisionLink(
  access: ShareAccess,
  number: number,
  origin: RequestOrigin,
): Promise<DecisionLinkOutcome> {
  const { user, modelId, organisationId } = access;
  if (!(await isWithinLimit("links", user.id, { points: 100, seconds: 60 * 60 }))) {
    return refused("form", "You have made 100 links within an hour. Wait, then try again.");
  }
  const token = newToken();
  const expiresAt = new Date(Date.now() + daysOpen * 24 * 60 * 60 * 1000);
  return inScope(access.scope, async (tx): Promise<DecisionLinkOutcome> => {
    const decision = await tx.decision.findFirst({ where: { modelId, organisationId, number }, select: { id: true } });
    if (decision === null) return refused("form", "There is no such decision. Reload the page.");
    const of = { organisationId, modelId, decisionId: decision.id };
    if ((await tx.decisionLink.count({ where: { ...of, ...isOpen() } })) >= mostOpen) {
      return refused(
        "form",
        `This record has ${mostOpen} open links, as many as it may. Revoke one that nobody needs.`,
      );
    }
    const data = { ...of, tokenHash: hashToken(token), createdById: user.id, expiresAt };
    await tx.decisionLink.create({ data, select: { id: true } });
    await recordEvent(tx, access, origin, {
      action: "decision.linked",
      subjectType: "decision",
      subjectId: decision.id,
      detail: { model: modelId, number, until: expiresAt.toISOString() },
    });
    const link = new URL(routes.linkedDecision(token), env().APP_URL).href;
    return { ok: true, link, expiresAt: expiresAt.toISOString() };
  });
}

const isOpen = () => ({ revokedAt: null, expiresAt: { gt: new Date() } });

/** Revokes a link to a record; one that is revoked already stays as it is. */
export function revokeDecisionLink(access: ShareAccess, id: string, origin: RequestOrigin): Promise<Outcome> {
  const { modelId, organisationId } = access;
  return inScope(access.scope, async (tx): Promise<Outcome> => {
    const where = { id, modelId, organisationId, revokedAt: null };
    const found = await tx.decisionLink.findFirst({ where, select: { decisionId: true } });
    if (found === null) return refused("form", "This link is gone or revoked already. Reload the page.");
    await tx.decisionLink.updateMany({ where, data: { revokedAt: new Date() } });
    await recordEvent(tx, access, origin, {
      action: "decision.link-revoked",
      subjectType: "decision",
      subjectId: found.decisionId,
      detail: { model: modelId },
    });
    return { ok: true };
  });
}

export interface DecisionLinkCard {
  id: string;
  createdAt: string;
  expiresAt: string;
}

/** The links to a record that are open; none for who may not share its model. */
export async function listDecisionLinks(
  { scope, modelId, organisationId }: ViewAccess,
  number: number,
): Promise<DecisionLinkCard[]> {
  const rows = await inScope(scope, (tx) =>
    tx.decisionLink.findMany({
      where: { modelId, organisationId, decision: { number }, ...isOpen() },
      orderBy: { createdAt: "desc" },
      select: { id: true, createdAt: true, expiresAt: true },
    }),
  );
  return rows.map(({ id, createdAt, expiresAt }) => ({
    id,
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
  }));
}

export interface LinkedDecision {
  document: DecisionDocument;
  digest: string;
  state: DecisionState;
  decidedAt: string | null;
  supersededBy: number | null;
  isWithdrawn: boolean;
  approvers: LinkedDecisionRow["answers"];
}

/** The record that a link shows; null where the link is unknown, revoked or expired, or its model archived or deleted. */
export async function linkedDecision(token: string): Promise<LinkedDecision | null> {
  const row = isToken(token) ? await unsafeReadDecisionLink(hashToken(token)) : null;
  if (row === null) return null;
  const { decidedAt, answers: approvers, ...rest } = row;
  const document = documentSchema.parse(JSON.parse(row.document));
  return { ...rest, document, decidedAt: decidedAt?.toISOString() ?? null, approvers };
}
