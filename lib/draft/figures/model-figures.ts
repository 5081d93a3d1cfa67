import type { OfferedFigure } from "./follow";
import type { OrganisationLine } from "./organisation-figure";

/** What an organisation offers one of its models. */
export interface ModelFigures {
  figures: readonly OfferedFigure[];
  lines: readonly OrganisationLine[];
}
