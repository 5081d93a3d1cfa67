import type { InputKey, Inputs } from "../inputs";
import { assumed, type Basis, cited } from "../inputs/basis";

/** The words of a starting point. */
interface TemplateWords {
  readonly key: string;
  readonly title: string;
  /** Whose service it is. */
  readonly what: string;
  /** Where the figures are from. */
  readonly sources: string;
  readonly isNot: string;
  /** A remark on its result. */
  readonly says?: string;
}

/** A starting point: figures on top of the defaults, each with its basis. */
export interface Template extends TemplateWords {
  readonly inputs: Partial<Inputs>;
  readonly bases: TemplateBases;
}

/** What a template's own figures rest on, by input. */
export type TemplateBases = Readonly<Partial<Record<InputKey, Basis>>>;

/** A figure in US dollars and the input's unit, with the source that it is taken from or what speaks for the guess. */
type StatedFigure = { value: number | string } & (
  | { cited: string; assumed?: never }
  | { assumed: string; cited?: never }
);

/** A table of figures by input; the name of no input is an error of types. */
type StatedFigures<F> = { readonly [K in keyof F]: K extends InputKey ? StatedFigure : never };

const basisOf = ({ cited: source, assumed: why }: StatedFigure) =>
  source === undefined ? assumed(why) : cited(source);

/** A starting point out of its table, NAME.json beside this file. */
export function template<F extends StatedFigures<F>>({
  figures,
  ...words
}: TemplateWords & { readonly figures: F }): Template {
  const entries = Object.entries<StatedFigure>(figures);
  return {
    ...words,
    inputs: Object.fromEntries(entries.map(([name, { value }]) => [name, value])) as Partial<Inputs>,
    bases: Object.fromEntries(entries.map(([name, figure]) => [name, basisOf(figure)])),
  };
}
