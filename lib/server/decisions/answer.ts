import "server-only";
import type { SignedInBy } from "@/lib/decision/record-file";
import { type Outcome, refused } from "@/lib/outcome";
import type { GivenAnswer } from "@/lib/schemas/decision/answer";
import type { ViewAccess } from "@/lib/server/access/model";
import type { SessionUser } from "@/lib/server/access/person";
import { recordEvent } from "@/lib/server/audit/record-event";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import type { DecisionState } from "@/prisma/generated/client";
import { withdrawProposal } from "./sql";

export type AnswerOutcome = Outcome<{ state: DecisionState }>;

const otherDocument = refused(
  "digest",
  "This answer is to another document than the one that is kept here. Reload the page, read it, then answer.",
  "changed",
);

/** How the session of a person was begun. */
export async function signedInBy(user: SessionUser): Promise<SignedInBy> {
  const session = await inScope({ user: user.id }, (tx) =>
    tx.session.findFirst({ where: { id: user.sessionId, userId: user.id }, select: { way: true } }),
  );
  return (session?.way as SignedInBy | null | undefined) ?? "unknown";
}

/**
 * Approves or rejects a proposal, once, by a person who was asked; or takes it back, by the person who proposed it, while nobody has approved
 * it. The database settles what becomes of it.
 */
export function answerDecision(
  access: ViewAccess,
  given: GivenAnswer,
  by: SignedInBy,
  origin: RequestOrigin,
): Promise<AnswerOutcome> {
  const { number, answer, digest } = given;
  const { modelId, organisationId, user } = access;
  return inScope(access.scope, async (tx): Promise<AnswerOutcome> => {
    // Held, so that of two answers at once the second sees what the first led to.
    const found = await tx.decision.findFirst({
      where: { modelId, organisationId, number },
      select: { id: true, digest: true, state: true },
    });
    if (found === null) return refused("form", "There is no such decision. Reload the page.", "gone");
    const { id } = found;
    if (answer === "withdrawn") return withdraw(tx, access, { id, number, digest }, origin);
    const own = await tx.decisionApproval.findFirst({
      where: { organisationId, modelId, decisionId: id, userId: user.id },
      select: { id: true, answer: true },
    });
    if (own === null)
      return refused("form", "You are not among those who are asked to approve this decision.", "forbidden");
    if (own.answer !== null) return refused("form", `You have ${own.answer} this decision already.`, "changed");
    if (found.state !== "proposed")
      return refused("form", `This decision is ${found.state} by now. Reload the page.`, "changed");
    if (found.digest !== digest) return otherDocument;
    await tx.decisionApproval.updateMany({
      where: { id: own.id, organisationId, modelId, userId: user.id, answer: null },
      data: { answer, answeredAt: new Date(), signedInBy: by, digest },
    });
    await recordEvent(tx, access, origin, {
      action: answer === "approved" ? "decision.approved" : "decision.rejected",
      subjectType: "decision",
      subjectId: id,
      detail: { model: modelId, number, digest, "signed in by": by },
    });
    return { ok: true, state: await settledState(tx, access, { id, number }, origin) };
  });
}

const notWithdrawn = refused(
  "form",
  "Only the person who proposed a decision can withdraw it, and only until it is approved by anybody. Reload the page to see where it stands.",
  "changed",
);

async function withdraw(
  tx: ScopedTransaction,
  access: ViewAccess,
  { id, number, digest }: { id: string; number: number; digest: string },
  origin: RequestOrigin,
): Promise<AnswerOutcome> {
  if (!(await withdrawProposal(tx, id, digest))) return notWithdrawn;
  await recordEvent(tx, access, origin, {
    action: "decision.withdrawn",
    subjectType: "decision",
    subjectId: id,
    detail: { model: access.modelId, number, digest },
  });
  return { ok: true, state: "rejected" };
}

async function settledState(
  tx: ScopedTransaction,
  access: ViewAccess,
  { id, number }: { id: string; number: number },
  origin: RequestOrigin,
): Promise<DecisionState> {
  const { modelId, organisationId } = access;
  const { state } = await tx.decision.findFirstOrThrow({ where: { id, organisationId }, select: { state: true } });
  if (state !== "proposed") {
    const superseded = await tx.decision.findMany({
      where: { modelId, organisationId, state: "superseded", supersededBy: number },
      select: { number: true },
    });
    const numbers = superseded.map((each) => each.number).join(", ");
    await recordEvent(tx, access, origin, {
      action: "decision.settled",
      subjectType: "decision",
      subjectId: id,
      detail: { model: modelId, number, state, ...(numbers !== "" && { supersedes: numbers }) },
    });
  }
  return state;
}
