import "server-only";
import { formerMember } from "@/lib/text/former-member";
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
  "model.criteria": "Changed the criteria of its decision",
  "model.weights": "Stated their own weights for its decision",
  "scenario.created": "Made a scenario",
  "scenario.changed": "Changed a scenario",
  "scenario.deleted": "Deleted a scenario",
  "comment.deleted": "Deleted a comment",
  "decision.proposed": "Proposed a decision",
  "decision.approved": "Approved a decision",
  "decision.rejected": "Rejected a decision",
  "decision.withdrawn": "Withdrew a proposal for a decision",
  "decision.settled": "Settled a decision with their answer",
  "decision.exported": "Downloaded the record of a decision",
  "decision.linked": "Made a link to the record of a decision",
  "decision.link-revoked": "Revoked a link to the record of a decision",
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
  "organisation.columns-named": "Said what columns of its tables hold",
  "organisation.columns-forgotten": "Had it forgotten what columns of its tables hold",
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
  "figure.changed": "Changed a figure of the organisation",
  "figure.removed": "Removed a figure of the organisation",
  "figure.restored": "Restored a figure of the organisation",
  "figure.currency": "Changed the currency of the organisation's figures",
  "organisation.deletion-asked": "Asked for the organisation to be deleted",
  "organisation.deletion-withdrawn": "Kept the organisation from being deleted",
};

export function wordsOf(action: string): string {
  return words[action as AuditAction] ?? action;
}

/** A piece of what is known of an event: words, a moment (ISO 8601, UTC), or words for what has no name with its id. */
export type AboutPart = { text: string } | { text: string; at: string } | { text: string; id: string };

/** What it was done to, and what is known beside it. */
export function aboutOf({ actorId, subjectType, subjectId, subject, model, detail }: AuditRow): AboutPart[] {
  // What someone did to their own account says who in the column before; there is one organisation.
  const isSaid = subjectId === actorId || subjectType === "organisation" || detail.email !== undefined;
  const about = isSaid ? [] : [subject === null ? nameless(subjectType, subjectId) : { text: subject }];
  return [...about, ...Object.entries(detail).map(([name, value]) => partOf(name, value, model))];
}

function partOf(name: string, value: unknown, model: string | null): AboutPart {
  if (name === "model" && model !== null) return { text: `model: ${model}` };
  if (name === "model") return nameless("model", String(value));
  if (name === "until") return { text: "until", at: String(value) };
  return { text: `${name}: ${Array.isArray(value) ? value.join(", ") : value}` };
}

/** What can be there without a name; all else that has none is gone. */
const nouns: Record<string, string> = { link: "link", token: "API token", figure: "figure" };
const goneNouns: Record<string, string> = {
  user: formerMember,
  membership: formerMember,
  model: "a model that is gone",
  scenario: "a scenario that is gone",
  comment: "a comment that is gone",
  decision: "a decision that is gone",
  share: "a share that is gone",
  invitation: "an invitation that is gone",
};

function nameless(subjectType: string, id: string): AboutPart {
  return { text: nouns[subjectType] ?? goneNouns[subjectType] ?? subjectType, id };
}

/** Who did it: by name, or why there is none. */
export function whoOf({ actorId, actor }: AuditRow): string {
  if (actorId === null) return "Not signed in";
  return actor ?? formerMember;
}
