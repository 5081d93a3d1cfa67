import type { SharedRole } from "@/lib/draft/model";

/** Of more new ones it is said only that they are more: every page counts them. */
export const mostUnread = 99;

/** What happened that concerns the reader; plain values only. */
export interface NoticeFull {
  id: string;
  kind:
    | "shared"
    | "accepted"
    | "mention"
    | "reply"
    | "decision_proposed"
    | "decision_approved"
    | "decision_rejected"
    | "decision_withdrawn"
    | "decision_due";
  /** Who did it; a former member where their account is gone. */
  actorName: string;
  modelId: string;
  modelName: string;
  role: SharedRole | null;
  commentId: string | null;
  threadId: string | null;
  /** Of the decision that it is about, among those of its model. */
  decisionNumber: number | null;
  /** ISO 8601, UTC. */
  at: string;
  isRead: boolean;
}

const mayDo: Record<SharedRole, string> = { viewer: "read", commenter: "read and comment on", editor: "change" };

/** One sentence, the same on the page and in a mail. */
export function noticeSentence({
  kind,
  actorName,
  modelName,
  role,
}: Pick<NoticeFull, "kind" | "actorName" | "modelName" | "role">): string {
  const model = `“${modelName}”`;
  switch (kind) {
    case "shared":
      return `${actorName} lets you ${mayDo[role ?? "viewer"]} ${model}.`;
    case "accepted":
      return `${actorName} accepted your invitation and can now ${mayDo[role ?? "viewer"]} ${model}.`;
    case "mention":
      return `${actorName} mentioned you in a comment on ${model}.`;
    case "reply":
      return `${actorName} replied in a thread that you wrote in, on ${model}.`;
    case "decision_proposed":
      return `${actorName} asks you to approve a decision on ${model}.`;
    case "decision_approved":
      return `A decision on ${model} is approved: ${actorName} gave the last answer.`;
    case "decision_rejected":
      return `A decision on ${model} is rejected: ${actorName} gave the last answer.`;
    case "decision_withdrawn":
      return `${actorName} has withdrawn a proposal for a decision on ${model}.`;
    case "decision_due":
      return `It is time to look again at a decision on ${model}: a condition holds, or its review date has come.`;
  }
}
