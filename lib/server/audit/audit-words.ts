import "server-only";
import type { AuditRow } from "./list-events";
import type { AuditAction } from "./record-event";

/** What was done, as the log says it. A new action does not compile until it has its words here. */
const words: Record<AuditAction, string> = {
  "model.created": "Made a model",
  "model.saved": "Saved a model",
  "model.exported": "Downloaded a model",
  "model.archived": "Archived a model",
  "model.unarchived": "Took a model out of the archive",
  "model.deleted": "Deleted a model",
  "model.restored": "Restored a model",
  "invitation.created": "Made an invitation to a model",
  "invitation.revoked": "Revoked an invitation to a model",
  "invitation.accepted": "Accepted an invitation to a model",
  "share.changed": "Changed the role of a share",
  "share.removed": "Removed a share",
  "link.created": "Made a link to a model",
  "link.revoked": "Revoked a link to a model",
  "model.copied": "Saved a copy of a model",
  "scenario.created": "Made a scenario",
  "scenario.changed": "Changed a scenario",
  "scenario.deleted": "Deleted a scenario",
  "comment.deleted": "Deleted a comment",
  "token.created": "Made an API token",
  "token.revoked": "Revoked an API token",
  "session.began": "Signed in",
  "session.failed": "Failed to sign in",
  "session.ended": "Ended a session",
  "password.changed": "Changed the password",
  "address.changed": "Changed the address",
  "two-factor.on": "Turned two-factor sign-in on",
  "two-factor.off": "Turned two-factor sign-in off",
  "two-factor.new-codes": "Made new recovery codes",
  "organisation.created": "Made the organisation",
  "organisation.renamed": "Renamed the organisation",
  "member.invited": "Made an invitation to the organisation",
  "member.invitation-revoked": "Revoked an invitation to the organisation",
  "member.joined": "Joined the organisation",
  "member.role-changed": "Changed the role of a member",
  "member.removed": "Removed a member",
  "member.left": "Left the organisation",
  "model.made-private": "Made a model private",
  "model.opened-to-members": "Opened a model to members",
  "organisation.exported": "Exported everything",
  "audit.exported": "Downloaded the audit log",
  "organisation.deletion-asked": "Asked for the organisation to be deleted",
  "organisation.deletion-withdrawn": "Kept the organisation from being deleted",
};

export function wordsOf(action: string): string {
  return words[action as AuditAction] ?? action;
}

/** Name of what it was done to, and what is known beside it, on one line. */
export function aboutOf({ subject, detail }: AuditRow): string {
  const known = Object.entries(detail).map(
    ([name, value]) => `${name}: ${Array.isArray(value) ? value.join(", ") : value}`,
  );
  return [...(subject ? [subject] : []), ...known].join(" · ");
}
