import "server-only";
import { conditionWords } from "@/lib/decision/condition";
import { type DecisionDocument, freeze } from "@/lib/decision/document";
import { frozenCriteria } from "@/lib/decision/frozen-criteria";
import { sign } from "@/lib/decision/signing";
import { conditionsNow } from "@/lib/decision/since-then";
import { type FieldError, type Outcome, type Refusal, refused } from "@/lib/outcome";
import type { Proposal } from "@/lib/schemas/decision/proposal";
import type { EditAccess } from "@/lib/server/access/model";
import { recordEvent } from "@/lib/server/audit/record-event";
import { loadDecision } from "@/lib/server/decision/stored-decision";
import { dayDate } from "@/lib/server/models/start-month";
import { env } from "@/lib/server/runtime/env";
import { refuseAbove } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import { inTurns, takeTurns } from "@/lib/server/runtime/take-turns";
import { oneByOne } from "@/lib/steps";
import { canonicalPieces } from "@/lib/text/canonical-json";
import { sha256Of } from "@/lib/text/sha-256";
import packageJson from "@/package.json";
import { decisionPeople } from "./decision-people";
import { type ModelNow, modelNow, todayOf } from "./model-now";
import { presentSigningKey } from "./signing-keys";
import { takeTurn } from "./sql";

export type ProposeOutcome = Outcome<{ number: number; digest: string }>;

const gone = refused("form", "This model is no longer there. Copy your words, then reload the page.", "gone");
const busy = refused("form", "The server is running other trials. Wait a moment, then propose it again.", {
  seconds: 5,
});

/** By one model: its page and the API list all of them, and each keeps a whole model. */
const mostDecisions = 500;

const full = refused(
  "form",
  `There are ${mostDecisions} decisions by this model, as many as there may be. They stay as they are: copy the model, and propose this one by the copy.`,
);

/** Counts a proposal, or says that there were too many. Twenty an hour: more than people propose, fewer than a script would. */
export function countProposal({ user }: EditAccess): Promise<Refusal | null> {
  const message = "You have proposed 20 decisions within an hour. Wait, then try again.";
  return refuseAbove("decisions", user.id, { points: 20, seconds: 60 * 60 }, message);
}

/** Freezes the model as it stands with the proposal's words, signs that, and asks the approvers. Nothing changes it afterwards. */
export async function proposeDecision(
  access: EditAccess,
  proposal: Proposal,
  origin: RequestOrigin,
): Promise<ProposeOutcome> {
  const now = await modelNow(access);
  if (now === null) return gone;
  const { result } = now;
  if (result === null) return refused("form", "This model has no result to decide by. Put its figures right first.");
  if (now.isBusy) return busy;
  const faults = conditionFaults(proposal, now);
  if (faults.length > 0) return { ok: false, faults };
  const key = await presentSigningKey();
  const criteria = frozenCriteria(await loadDecision(access), now.model, result);
  return inScope(access.scope, async (tx): Promise<ProposeOutcome> => {
    await takeTurn(tx, access);
    const named = await peopleOf(tx, access, proposal);
    if (!named.ok) return named;
    const before = await numbersBefore(tx, access);
    if (before.number > mostDecisions) return full;
    const { ownerId, approverIds, approvalsNeeded, ...words } = proposal;
    const steps = freeze({
      product: { name: "Peerbalance", version: packageJson.version, address: env().APP_URL },
      ...before,
      proposedAt: new Date().toISOString(),
      proposedBy: { id: access.user.id, name: access.user.name },
      decision: { ...words, owner: named.owner, approvers: named.approvers, approvalsNeeded },
      ...{ model: now.model, scenarios: now.scenarios, result, uncertainty: now.uncertainty, criteria },
    });
    const document = await oneByOne(steps, takeTurns);
    let text = "";
    for await (const piece of inTurns(canonicalPieces(document))) text += piece;
    const digest = await sha256Of(text);
    const signature = await sign(text, key);
    await store(
      tx,
      access,
      { document, text, digest, signature: signature.value, keyId: signature.key, proposal },
      origin,
    );
    return { ok: true, number: document.number, digest };
  });
}

/** A condition that holds already would reopen the decision at once. */
function conditionFaults({ conditions }: Proposal, now: ModelNow): FieldError[] {
  const { watched } = todayOf(now);
  if (watched === null) return [];
  const { currency, currencyRate } = now.model;
  return conditionsNow(conditions, watched, watched, currencyRate)
    .filter(({ holds }) => holds)
    .map(({ condition }) => ({
      key: "conditions",
      message: `${conditionWords(condition, currency)} holds already. Take this condition out, or choose another threshold.`,
    }));
}

type Person = DecisionDocument["proposedBy"];

async function peopleOf(
  tx: ScopedTransaction,
  access: EditAccess,
  { ownerId, approverIds }: Proposal,
): Promise<Outcome<{ owner: Person; approvers: Person[] }>> {
  const known = new Map((await decisionPeople(tx, access)).map(({ id, name }) => [id, { id, name }]));
  const owner = known.get(ownerId);
  if (owner === undefined) return refused("ownerId", "This person cannot see the model. Share it with them first.");
  const approvers = approverIds.flatMap((id) => known.get(id) ?? []);
  if (approvers.length < approverIds.length) {
    return refused("approverIds", "Someone of these cannot see the model. Share it with them first.");
  }
  return { ok: true, owner, approvers };
}

async function numbersBefore(tx: ScopedTransaction, { modelId, organisationId }: EditAccess) {
  const where = { modelId, organisationId };
  const select = { number: true } as const;
  const last = await tx.decision.findFirst({ where, orderBy: { number: "desc" }, select });
  const approved = await tx.decision.findFirst({ where: { ...where, state: "approved" }, select });
  return { number: (last?.number ?? 0) + 1, supersedes: approved?.number ?? null };
}

interface Stored {
  document: DecisionDocument;
  text: string;
  digest: string;
  signature: string;
  keyId: string;
  proposal: Proposal;
}

async function store(
  tx: ScopedTransaction,
  access: EditAccess,
  { document, text, digest, signature, keyId, proposal }: Stored,
  origin: RequestOrigin,
): Promise<void> {
  const { modelId, organisationId, user } = access;
  const { title, architecture, reviewOn, approvalsNeeded, ownerId, approverIds } = proposal;
  const { id } = await tx.decision.create({
    data: {
      ...{ organisationId, modelId, number: document.number, title, architecture, document: text, digest },
      ...{ keyId, signature, approvalsNeeded, reviewOn: reviewOn === null ? null : dayDate(reviewOn) },
      ...{ proposedById: user.id, ownerId },
    },
    select: { id: true },
  });
  const approval = { organisationId, modelId, decisionId: id, name: "" };
  await tx.decisionApproval.createMany({ data: approverIds.map((userId) => ({ ...approval, userId })) });
  await recordEvent(tx, access, origin, {
    action: "decision.proposed",
    subjectType: "decision",
    subjectId: id,
    detail: { model: modelId, number: document.number, digest },
  });
}
