import "server-only";
import type { ViewAccess } from "@/lib/server/access/model";
import type { AuthenticatedUserId, AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";

export type AuditAction =
  | "model.created"
  | "model.saved"
  | "model.exported"
  | "model.archived"
  | "model.unarchived"
  | "model.deleted"
  | "model.restored"
  | "invitation.created"
  | "invitation.revoked"
  | "invitation.accepted"
  | "share.changed"
  | "share.removed"
  | "model.criteria"
  | "model.weights"
  | "scenario.created"
  | "scenario.changed"
  | "scenario.deleted"
  | "comment.deleted"
  | "decision.proposed"
  // An answer of one person; "settled" is what follows from all.
  | "decision.approved"
  | "decision.rejected"
  | "decision.withdrawn"
  | "decision.settled"
  | "decision.exported"
  | "decision.linked"
  | "decision.link-revoked"
  | "token.created"
  | "token.revoked"
  | "organisation.created"
  | "organisation.renamed"
  | "organisation.columns-named"
  | "organisation.columns-forgotten"
  | "member.invited"
  | "member.invitation-revoked"
  | "member.joined"
  | "member.role-changed"
  | "member.removed"
  | "member.left"
  | "model.made-private"
  | "model.opened-to-members"
  | "link.created"
  | "link.revoked"
  | "model.copied"
  | "organisation.exported"
  | "organisation.deletion-asked"
  | "organisation.deletion-withdrawn"
  | "audit.exported"
  | "figure.changed"
  | "figure.removed"
  | "figure.restored"
  | "figure.currency"
  // Written by the database (record_failed_sign_in), as nobody is signed in then.
  | "session.failed"
  | OwnAction;

/** What concerns a person and not an organisation: it is written to the log of each that they belong to. */
export type OwnAction =
  | "session.began"
  | "session.ended"
  | "password.changed"
  | "address.changed"
  | "two-factor.on"
  | "two-factor.off"
  | "two-factor.new-codes";

export interface AuditedEvent {
  action: AuditAction;
  subjectType:
    | "model"
    | "share"
    | "invitation"
    | "scenario"
    | "comment"
    | "decision"
    | "figure"
    | "token"
    | "link"
    | "user"
    | "organisation"
    | "membership";
  subjectId: string;
  /** What changed, by name; never a secret, never a whole value that someone typed. */
  detail?: Record<string, string | number | string[]>;
}

export type Actor = Pick<ViewAccess, "user"> & { organisationId: AuthorizedOrganisationId };

/** Adds to the organisation's audit log, in the transaction of what it tells of: neither happens without the other. */
export function recordEvent(
  tx: ScopedTransaction,
  actor: Actor,
  origin: RequestOrigin,
  event: AuditedEvent,
): Promise<void> {
  return recordEvents(tx, actor, origin, [event]);
}

/** The same for several things that were done at one stroke. */
export async function recordEvents(
  tx: ScopedTransaction,
  { user, organisationId }: Actor,
  origin: RequestOrigin,
  events: readonly AuditedEvent[],
): Promise<void> {
  await tx.auditEvent.createMany({
    data: events.map(({ action, subjectType, subjectId, detail = {} }) => ({
      organisationId,
      actorId: user.id,
      action,
      subjectType,
      subjectId,
      detail,
      address: origin.address.slice(0, 100),
    })),
  });
}

/** Adds to the audit log of every organisation that the person of the transaction's scope belongs to. */
export async function recordOwnEvent(
  tx: ScopedTransaction,
  userId: AuthenticatedUserId,
  origin: RequestOrigin,
  action: OwnAction,
  detail: Record<string, string | number> = {},
): Promise<void> {
  const memberships = await tx.membership.findMany({ where: { userId }, select: { organisationId: true } });
  await tx.auditEvent.createMany({
    data: memberships.map(({ organisationId }) => ({
      organisationId,
      actorId: userId,
      action,
      subjectType: "user",
      subjectId: userId,
      detail,
      address: origin.address.slice(0, 100),
    })),
  });
}
