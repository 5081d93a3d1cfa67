import "server-only";
import type { MadeModel } from "@/lib/draft/figures/begin-with-figures";
import type { ModelDraft } from "@/lib/draft/model";
import type { StartingAnswers } from "@/lib/draft/starting-answers";
import { modelVersion } from "@/lib/model/version";
import type { Outcome, Refusal } from "@/lib/outcome";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import { recordEvent } from "@/lib/server/audit/record-event";
import { begunDraft, followingOwn } from "@/lib/server/figures/begun-draft";
import { refuseAbove } from "@/lib/server/runtime/limits/rate-limits";
import type { RequestOrigin } from "@/lib/server/runtime/request";
import { inScope, type ScopedTransaction } from "@/lib/server/runtime/scope";
import { answeredDraft } from "@/lib/server/starting/answered-draft";
import { declareInTurns } from "./declare-in-turns";
import { dayText } from "./start-month";
import { storedContent, unreadable } from "./stored-figures";

export type CreateOutcome = Outcome<MadeModel>;

/** A model that is to be made. The draft has passed checkDraft. */
export interface NewModel {
  draft: ModelDraft;
  templateKey: string | null;
  /** The version of formulas and defaults that it keeps to: an earlier one where it is the copy of a model that does. */
  version?: number;
  /** A copy of a private model is private. */
  isPrivate?: boolean;
}

interface Making {
  /** The inputs that the person stated, to which the organisation's figures give way; where left out, the draft stands as it is. */
  typed?: readonly string[];
  /** To the first questions, checked: they are laid over the organisation's figures. The draft is in dollars. */
  answers?: StartingAnswers | undefined;
  /** What belongs to the making; where it throws, nothing is made. */
  also?: (tx: ScopedTransaction, made: MadeModel) => Promise<void>;
}

/**
 * Makes a model of an organisation that the person belongs to, with its first revision. It begins with what the draft states, over it the
 * organisation's figures, and over them what was answered.
 */
export async function createModel(
  access: OrganisationViewAccess,
  draft: ModelDraft,
  templateKey: string | null,
  origin: RequestOrigin,
  { typed, answers, also = async () => {} }: Making = {},
): Promise<CreateOutcome> {
  const tooMany = await countNewModel(access);
  if (tooMany !== null) return tooMany;
  // A bill keeps a processor busy for some tenths of a second.
  const tooManyAnswers = answers && (await countAnswers(access));
  if (tooManyAnswers) return tooManyAnswers;
  // No transaction waits for the bill. A figure of the organisation that changes meanwhile is like one that changes after the model is
  // made: each input follows the revision that it took.
  const begun = typed === undefined ? { draft, leftOut: [] } : await begunDraft(access, draft, { templateKey, typed });
  const answered = answers
    ? await answeredDraft(begun.draft, answers, dayText(new Date()))
    : ({ ok: true, draft: begun.draft } as const);
  if (!answered.ok) return { ok: false, faults: answered.faults };
  return inScope(access.scope, async (tx) => {
    const added = await addModel(tx, access, { draft: answered.draft, templateKey }, origin);
    if (!added.ok) return added;
    const made = { ...added, leftOut: begun.leftOut };
    await also(tx, made);
    return made;
  });
}

/** Counts a model that is to be made, or says that there were too many of them. Not within a transaction: what is counted stays counted. */
export function countNewModel({ user }: OrganisationViewAccess): Promise<Refusal | null> {
  const message = "You have made 200 models within an hour. Wait, then try again.";
  return refuseAbove("models", user.id, { points: 200, seconds: 60 * 60 }, message);
}

function countAnswers({ user }: OrganisationViewAccess): Promise<Refusal | null> {
  const message = "You have made 10 models of answers within a minute. Wait a minute, then try again.";
  return refuseAbove("answers", user.id, { points: 10, seconds: 60 }, message);
}

/** Makes a model within a transaction, so that what belongs to it is made with it or not at all. */
export async function addModel(
  tx: ScopedTransaction,
  access: OrganisationViewAccess,
  { draft: given, templateKey, version = modelVersion, isPrivate = false }: NewModel,
  origin: RequestOrigin,
): Promise<CreateOutcome> {
  const { user, organisationId } = access;
  const draft = await followingOwn(tx, access, given);
  const faults = unreadable(draft, version);
  if (faults.length > 0) return { ok: false, faults };
  await declareInTurns(draft);
  const content = storedContent(draft, version);
  const { id } = await tx.costModel.create({
    data: { ...content, organisationId, creatorId: user.id, templateKey, isPrivate },
    select: { id: true },
  });
  await tx.revision.create({
    data: { ...content, organisationId, modelId: id, number: 1, authorId: user.id },
    select: { id: true },
  });
  await recordEvent(tx, { user, organisationId }, origin, {
    action: "model.created",
    subjectType: "model",
    subjectId: id,
    ...(templateKey && { detail: { template: templateKey } }),
  });
  return { ok: true, id };
}
