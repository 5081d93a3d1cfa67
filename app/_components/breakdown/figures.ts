import type { Architecture } from "@/lib/model/architectures";

/** What a grid of figures shows. */
export interface Figures {
  /** What the figures are, at the head of the names' column. */
  readonly unit: string;
  readonly columns: readonly { readonly label: string }[];
  /** Under each column's name, a line each. */
  readonly under: readonly (readonly string[])[];
  /** Those of an architecture follow one another. */
  readonly rows: readonly {
    readonly architecture: Architecture;
    /** Of one kind in each architecture, and once in each. */
    readonly key: string;
    readonly name: string;
    readonly isTotal: boolean;
    readonly commentKey: string | null;
    readonly texts: readonly string[];
  }[];
}
