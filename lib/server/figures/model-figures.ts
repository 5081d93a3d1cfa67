import "server-only";
import type { OfferedFigure } from "@/lib/draft/figures/follow";
import type { ModelFigures, TakenRevision } from "@/lib/draft/figures/model-figures";
import { type FigureContent, figureDay, type OrganisationFigure } from "@/lib/draft/figures/organisation-figure";
import type { ViewAccess } from "@/lib/server/access/model";
import type { AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import { type ReadTransaction, readInScope } from "@/lib/server/runtime/read-scope";
import { readBook, readRevisions } from "./figure-rows";

/** Figures as models take them. */
export function offered({ id, key, revision, content, changedAt }: OrganisationFigure): OfferedFigure {
  return { id, key, revision, content, on: figureDay({ content, changedAt }) };
}

/** What an organisation offers one of its models, with the revisions that it has taken. Nothing for people who are no members. */
export function loadModelFigures(
  { scope, organisationId }: ViewAccess,
  revisions: readonly TakenRevision[],
): Promise<ModelFigures> {
  return readInScope(scope, async (tx) => {
    const { figures, lines } = await readBook(tx, organisationId);
    const taken = await takenContents(tx, organisationId, figures, revisions);
    return {
      figures: figures.map((figure) => {
        const content = taken.get(figure.id);
        return { ...offered(figure), ...(content && { taken: content }) };
      }),
      lines,
    };
  });
}

/** What a model took of figures that have changed since, by the id of the figure. */
async function takenContents(
  tx: ReadTransaction,
  organisationId: AuthorizedOrganisationId,
  figures: readonly OrganisationFigure[],
  revisions: readonly TakenRevision[],
): Promise<ReadonlyMap<string, FigureContent>> {
  const followed = figures.flatMap(({ id, revision }) => {
    const taken = revisions.find(({ figure }) => figure === id);
    return taken !== undefined && taken.revision < revision ? [{ figureId: id, number: taken.revision }] : [];
  });
  if (followed.length === 0) return new Map();
  const rows = await readRevisions(tx, organisationId, followed);
  return new Map(rows.map(({ figureId, content }) => [figureId, content]));
}
