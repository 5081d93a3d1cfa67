import "server-only";
import { type Beginning, type Begun, beginWithFigures } from "@/lib/draft/figures/begin-with-figures";
import { followingWhere } from "@/lib/draft/figures/take-figures";
import type { ModelDraft } from "@/lib/draft/model";
import { workedExamples } from "@/lib/model/worked-examples";
import { checkDraft } from "@/lib/schemas/draft";
import type { OrganisationViewAccess } from "@/lib/server/access/organisation";
import { readInScope } from "@/lib/server/runtime/read-scope";
import type { ScopedTransaction } from "@/lib/server/runtime/scope";
import { readBook } from "./figure-rows";
import { offered } from "./model-figures";

/** What new models of an organisation begin with. */
export async function loadBeginning({ scope, organisationId }: OrganisationViewAccess): Promise<Beginning> {
  const { figures, lines } = await readInScope(scope, (tx) => readBook(tx, organisationId));
  return { figures: figures.map(offered), lines };
}

/**
 * The draft of a model that is being made, with the figures of its organisation laid over the template's. A published case begins with what
 * is in print, for it is there to be compared.
 *
 * @param typed the inputs that the person stated: they stay
 */
export async function begunDraft(
  access: OrganisationViewAccess,
  draft: ModelDraft,
  { templateKey, typed }: { templateKey: string | null; typed: readonly string[] },
): Promise<Begun> {
  if (workedExamples.some(({ key }) => key === templateKey)) return { draft, leftOut: [] };
  return beginWithFigures(draft, await loadBeginning(access), new Set(typed), checkDraft);
}

/** A draft that comes from elsewhere: its inputs follow those figures only that the organisation has had. */
export async function followingOwn(
  tx: ScopedTransaction,
  { organisationId }: OrganisationViewAccess,
  draft: ModelDraft,
): Promise<ModelDraft> {
  const followed = Object.values(draft.notes).flatMap(({ follows }) => (follows ? [follows.figure] : []));
  if (followed.length === 0) return draft;
  const rows = await tx.organisationFigure.findMany({
    where: { organisationId, id: { in: followed } },
    select: { id: true, revision: true },
  });
  const known = new Map(rows.map(({ id, revision }) => [id, revision]));
  return followingWhere(draft, ({ figure, revision }) => revision <= (known.get(figure) ?? 0));
}
