import table from "./references.json" with { type: "json" };

/** A source that formulas, defaults and templates name, with what leads to it. */
export interface Reference {
  readonly key: string;
  /** As texts name it; where several fit, the longest counts. */
  readonly names: readonly string[];
  readonly citation: string;
  /** Where it can be read; left out where it is no longer there, or known by its citation alone. */
  readonly href?: string;
}

export const references: readonly Reference[] = table;

/** Where the list of sources on the method page has it. */
export const referenceId = (key: string) => `source-${key}`;
