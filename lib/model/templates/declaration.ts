import type { InputKey, Inputs } from "../inputs";
import { type Basis, cited } from "../inputs/basis";

/** A starting point: figures on top of the defaults, each with its basis. */
export interface Template {
  readonly key: string;
  readonly title: string;
  /** Whose service it is. */
  readonly what: string;
  /** Where the figures are from. */
  readonly sources: string;
  readonly isNot: string;
  /** A remark on its result. */
  readonly says?: string;
  readonly inputs: Partial<Inputs>;
  readonly bases: TemplateBases;
}

/** What a template's own figures rest on, by input. */
export type TemplateBases = Readonly<Partial<Record<InputKey, Basis>>>;

/** A basis that is a text alone is cited. */
type Figures = { [K in InputKey]?: readonly [value: Inputs[K], basis: Basis | string] };

export function template(
  key: string,
  stated: Omit<Template, "key" | "inputs" | "bases"> & { figures: Figures },
): Template {
  const { figures, ...words } = stated;
  const entries = Object.entries(figures) as [InputKey, readonly [number | string, Basis | string]][];
  return {
    key,
    ...words,
    inputs: Object.fromEntries(entries.map(([name, [value]]) => [name, value])) as Partial<Inputs>,
    bases: Object.fromEntries(
      entries.map(([name, [, basis]]) => [name, typeof basis === "string" ? cited(basis) : basis]),
    ),
  };
}
