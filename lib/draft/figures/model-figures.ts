import type { Outcome } from "@/lib/outcome";
import type { Notes } from "../model";
import type { OfferedFigure } from "./follow";
import type { OrganisationLine } from "./organisation-figure";

/** What an organisation offers one of its models. */
export interface ModelFigures {
  figures: readonly OfferedFigure[];
  lines: readonly OrganisationLine[];
}

/** A revision of a figure that an input was taken from. */
export interface TakenRevision {
  figure: string;
  revision: number;
}

/** Reads anew what is offered to a model that has taken these. */
export type ReadOffered = (modelId: string, taken: TakenRevision[]) => Promise<Outcome<{ offered: ModelFigures }>>;

/** The revisions that the inputs of a draft were taken from. */
export function takenRevisions(notes: Notes): TakenRevision[] {
  return Object.values(notes).flatMap(({ follows }) =>
    follows ? [{ figure: follows.figure, revision: follows.revision }] : [],
  );
}
