import "server-only";
import type { OfferedFigure } from "@/lib/draft/figures/follow";
import type { ModelFigures } from "@/lib/draft/figures/model-figures";
import { type FigureContent, figureDay, type OrganisationFigure } from "@/lib/draft/figures/organisation-figure";
import type { Notes } from "@/lib/draft/model";
import type { ViewAccess } from "@/lib/server/access/model";
import type { AuthorizedOrganisationId } from "@/lib/server/runtime/ids";
import { type ReadTransaction, readInScope } from "@/lib/server/runtime/read-scope";
import { readBook, readRevisions } from "./figure-rows";

/** Figures as models take them. */
export function offered({ id, key, revision, content, changedAt }: OrganisationFigure): OfferedFigure {
  return { id, key, revision, content, on: figureDay({ content, changedAt }) };
}

/** What an organisation offers one of its models, with the revisions that it follows. Nothing for people who are no members. */
export function loadModelFigures({ scope, organisationId }: ViewAccess, notes: Notes): Promise<ModelFigures> {
  return readInScope(scope, async (tx) => {
    const { figures, lines } = await readBook(tx, organisationId);
    const taken = await takenContents(tx, organisationId, figures, notes);
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
  notes: Notes,
): Promise<ReadonlyMap<string, FigureContent>> {
  const followed = figures.flatMap(({ id, key, revision }) => {
    const follows = notes[key]?.follows;
    return follows?.figure === id && follows.revision < revision ? [{ figureId: id, number: follows.revision }] : [];
  });
  if (followed.length === 0) return new Map();
  const rows = await readRevisions(tx, organisationId, followed);
  return new Map(rows.map(({ figureId, content }) => [figureId, content]));
}
