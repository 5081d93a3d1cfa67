import type { InputKey, Inputs } from "../inputs";

/** A starting point: figures on top of the defaults, each with its basis. */
export interface Template {
  readonly key: string;
  readonly title: string;
  /** Whose service it is. */
  readonly what: string;
  /** Where the figures are from. */
  readonly sources: string;
  readonly isNot: string;
  /** What is to be said of its result. */
  readonly says?: string;
  readonly inputs: Partial<Inputs>;
  readonly bases: Partial<Record<InputKey, string>>;
}

type Figures = { [K in InputKey]?: readonly [value: Inputs[K], basis: string] };

export function template(
  key: string,
  stated: Omit<Template, "key" | "inputs" | "bases"> & { figures: Figures },
): Template {
  const { figures, ...words } = stated;
  const entries = Object.entries(figures) as [InputKey, readonly [number | string, string]][];
  return {
    key,
    ...words,
    inputs: Object.fromEntries(entries.map(([name, [value]]) => [name, value])) as Partial<Inputs>,
    bases: Object.fromEntries(entries.map(([name, [, basis]]) => [name, basis])),
  };
}
