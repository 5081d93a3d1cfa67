/** What a figure rests on. */
export interface Basis {
  /** A guess to be looked at; what each service decides for itself; or what a source says, or what follows from it. */
  readonly kind: "assumption" | "choice" | "cited";
  /** As it is printed, on the pages and in the tables of inputs. */
  readonly text: string;
  /** Who is cited, as the text names them. */
  readonly source?: string;
  /** The year, the span of years or the month that the cited figure is of: "2026", "2012/2015", "2026-04". */
  readonly asOf?: string;
}

export const assumption: Basis = { kind: "assumption", text: "assumption" };
export const choice: Basis = { kind: "choice", text: "choice" };
/** The service's own figure, which nobody else can know. */
export const ownFigure: Basis = { ...choice, text: "own figure" };
/** A figure of the service that the defaults make up. */
export const workedExample: Basis = { ...choice, text: "worked example" };

/** A template's guess, with what speaks for it. */
export function assumed(why: string): Basis {
  return { kind: "assumption", text: `stated assumption: ${why}` };
}

export function cited(text: string, of: Pick<Basis, "source" | "asOf"> = {}): Basis {
  return { kind: "cited", text, ...of };
}
