import "server-only";
import type { DecisionDocument } from "@/lib/decision/document";
import { documentSchema } from "@/lib/decision/document";
import type { DecisionState, SignedInBy, Standing } from "@/lib/decision/record-file";
import type { Decided } from "@/lib/draft/model";
import type { ViewAccess } from "@/lib/server/access/model";
import { readInScope } from "@/lib/server/runtime/read-scope";
import { inScope } from "@/lib/server/runtime/scope";
import { findApproved } from "./sql";

/** Someone who is to approve a decision, and what they answered. */
export interface Approver {
  id: string | null;
  name: string;
  answer: "approved" | "rejected" | null;
  /** ISO 8601, UTC. */
  at: string | null;
  signedInBy: string | null;
}

/** A decision as a page or a program reads it. */
export interface DecisionFull {
  number: number;
  state: DecisionState;
  document: DecisionDocument;
  digest: string;
  key: string;
  decidedAt: string | null;
  supersededBy: number | null;
  isWithdrawn: boolean;
  approvers: Approver[];
  /** Whether the reader is asked, and has not answered yet. */
  mayAnswer: boolean;
  /** Whether the reader has proposed it, and nobody has approved it yet. Withdrawing it takes the right to change the model, too. */
  mayWithdraw: boolean;
}

function findDecision({ scope, modelId, organisationId }: ViewAccess, number: number) {
  return inScope(scope, (tx) =>
    tx.decision.findFirst({
      where: { modelId, organisationId, number },
      select: {
        ...{ number: true, state: true, document: true, digest: true, keyId: true, signature: true },
        ...{ decidedAt: true, supersededBy: true, isWithdrawn: true, proposedById: true },
        approvals: {
          orderBy: [{ answeredAt: { sort: "asc", nulls: "last" } }, { name: "asc" }, { id: "asc" }],
          select: { userId: true, name: true, answer: true, answeredAt: true, signedInBy: true, digest: true },
        },
      },
    }),
  );
}

export async function getDecision(access: ViewAccess, number: number): Promise<DecisionFull | null> {
  const row = await findDecision(access, number);
  if (row === null) return null;
  const { state, digest, keyId: key, decidedAt, supersededBy, isWithdrawn } = row;
  const isOpen = state === "proposed";
  return {
    ...{ number, state, digest, key, supersededBy, isWithdrawn },
    document: documentSchema.parse(JSON.parse(row.document)),
    decidedAt: decidedAt?.toISOString() ?? null,
    approvers: row.approvals.map(({ userId, name, answer, answeredAt, signedInBy }) => ({
      ...{ id: userId, name, answer, signedInBy },
      at: answeredAt?.toISOString() ?? null,
    })),
    mayAnswer: isOpen && row.approvals.some((each) => each.userId === access.user.id && each.answer === null),
    mayWithdraw:
      isOpen && row.proposedById === access.user.id && !row.approvals.some(({ answer }) => answer === "approved"),
  };
}

/** What a file of a record is made of; null where there is no such decision. */
export async function recordedDecision(access: ViewAccess, number: number) {
  const row = await findDecision(access, number);
  if (row === null) return null;
  const { document, digest, keyId, signature, state, decidedAt, supersededBy, isWithdrawn } = row;
  const answers: Standing["answers"] = row.approvals.flatMap(
    ({ userId: id, name, answer, answeredAt, signedInBy, digest: shown }) =>
      answer === null || answeredAt === null || shown === null
        ? []
        : [
            {
              person: { id, name },
              answer,
              at: answeredAt.toISOString(),
              signedInBy: signedInBy as SignedInBy,
              digest: shown,
            },
          ],
  );
  return {
    ...{ document, digest, signature: { algorithm: "Ed25519", key: keyId, value: signature } as const },
    standing: {
      ...{ state, decidedAt: decidedAt?.toISOString() ?? null, supersededBy, answers },
      ...(isWithdrawn && { isWithdrawn }),
    },
  };
}

/** A decision in a list. */
export interface DecisionCard {
  number: number;
  state: DecisionState;
  title: string;
  architecture: string;
  isWithdrawn: boolean;
  proposedAt: string;
  decidedAt: string | null;
}

/** The decisions of a model, the newest first. */
export async function listDecisions({ scope, modelId, organisationId }: ViewAccess): Promise<DecisionCard[]> {
  const rows = await inScope(scope, (tx) =>
    tx.decision.findMany({
      where: { modelId, organisationId },
      orderBy: { number: "desc" },
      select: {
        ...{ number: true, state: true, title: true, architecture: true, isWithdrawn: true },
        ...{ createdAt: true, decidedAt: true },
      },
    }),
  );
  return rows.map(({ createdAt, decidedAt, ...row }) => ({
    ...row,
    proposedAt: createdAt.toISOString(),
    decidedAt: decidedAt?.toISOString() ?? null,
  }));
}

/** The decision that holds by a model; null where there is none. */
export async function decidedBy(access: ViewAccess): Promise<(Decided & { title: string }) | null> {
  const found = await readInScope(access.scope, (tx) => findApproved(tx, access));
  if (found === null) return null;
  const { number, title, architecture, decidedAt } = found;
  return { number, title, architecture, at: decidedAt?.toISOString() ?? "" };
}
