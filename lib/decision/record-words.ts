import { architectureName, dayOf } from "@/lib/value/decided-words";
import type { DecisionDocument } from "./document";
import type { DecisionState } from "./record-file";

/** Someone who is to approve a decision, and what they answered. */
export interface Approver {
  readonly name: string;
  readonly answer: "approved" | "rejected" | null;
  /** ISO 8601, UTC. */
  readonly at: string | null;
  readonly signedInBy: string | null;
}

/** A record and where it stands, as pages and files show it. */
export interface ShownRecord {
  readonly document: DecisionDocument;
  readonly digest: string;
  readonly state: DecisionState;
  readonly decidedAt: string | null;
  readonly supersededBy: number | null;
  /** Whether it is rejected because who proposed it took it back. */
  readonly isWithdrawn?: boolean | undefined;
  readonly approvers: readonly Approver[];
}

const stateNames: Record<DecisionState, string> = {
  proposed: "Proposed",
  approved: "Approved",
  rejected: "Rejected",
  superseded: "Superseded",
};

/** Its state in a word: a proposal that was taken back is rejected, and is called what happened to it. */
export function stateName({ state, isWithdrawn }: Pick<ShownRecord, "state" | "isWithdrawn">): string {
  return isWithdrawn ? "Withdrawn" : stateNames[state];
}

/** How a person had signed in who answered, within a sentence. */
export const signedInWords: Record<string, string> = {
  password: "signed in by password",
  mail: "signed in by a mailed link",
  "OpenID Connect": "signed in by OpenID Connect",
  "API token": "by an API token",
  unknown: "signed in before this was written down",
};

/** "Decision 2 on Patches · Ada’s". */
export function recordName({ number, model }: DecisionDocument): string {
  return `Decision ${number} on ${model.name} · ${model.organisation}`;
}

/** "Approved: own servers". */
export function chosenWords(record: ShownRecord): string {
  return `${stateName(record)}: ${architectureName(record.document.decision.architecture).toLowerCase()}`;
}

/** Where a proposal stands, in some sentences. */
export function standingWords(record: ShownRecord): string {
  const { document, state, decidedAt, supersededBy, isWithdrawn, approvers } = record;
  const proposed = `Proposed on ${dayOf(document.proposedAt)} by ${document.proposedBy.name}.`;
  const on = decidedAt === null ? "" : ` on ${dayOf(decidedAt)}`;
  if (state === "superseded") return `${proposed} Approved${on}, and superseded by decision ${supersededBy}.`;
  if (isWithdrawn) return `${proposed} Withdrawn by ${document.proposedBy.name}${on}, before anybody had approved it.`;
  if (state !== "proposed") return `${proposed} ${stateNames[state]}${on}.`;
  const waiting = approvers.filter(({ answer }) => answer === null).map(({ name }) => name);
  const { approvalsNeeded } = document.decision;
  const needed = approvers.length === 1 ? "" : ` ${approvalsNeeded} of ${approvers.length} must approve it.`;
  return `${proposed}${needed} Waits for ${waiting.join(", ")}.`;
}
