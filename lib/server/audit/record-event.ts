import "server-only";
import type { ViewAccess } from "@/lib/server/access";
import type { AuthorizedOrganisationId } from "@/lib/server/ids";
import type { RequestOrigin } from "@/lib/server/request";
import type { ScopedTransaction } from "@/lib/server/scope";

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
  | "scenario.created"
  | "scenario.changed"
  | "scenario.deleted"
  | "comment.deleted"
  | "token.created"
  | "token.revoked"
  | "link.created"
  | "link.revoked"
  | "model.copied";

interface AuditedEvent {
  action: AuditAction;
  subjectType: "model" | "share" | "invitation" | "scenario" | "comment" | "token" | "link";
  subjectId: string;
  /** What changed, by name; never a secret, never a whole value that somebody typed. */
  detail?: Record<string, string | number | string[]>;
}

type Actor = Pick<ViewAccess, "user"> & { organisationId: AuthorizedOrganisationId };

/** Adds to the organisation's audit log, in the transaction of what it tells of: neither happens without the other. */
export async function recordEvent(
  tx: ScopedTransaction,
  { user, organisationId }: Actor,
  origin: RequestOrigin,
  { action, subjectType, subjectId, detail = {} }: AuditedEvent,
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      organisationId,
      actorId: user.id,
      action,
      subjectType,
      subjectId,
      detail,
      address: origin.address.slice(0, 100),
    },
    select: { id: true },
  });
}
