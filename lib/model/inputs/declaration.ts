/** A number that somebody states: what it means, in what unit, within what bounds, and on what the default rests. */
export interface NumberInput {
  readonly kind: "number";
  readonly key: string;
  readonly group: string;
  readonly label: string;
  /** The unit as it is shown. */
  readonly unit: string;
  /** The unit in the algebra of formulas, where it says more than the shown one ("TB" that is TB a server). */
  readonly dimension: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  /** The range to try where the figure is uncertain; absent for a choice. */
  readonly low?: number;
  readonly high?: number;
  readonly basis: string;
}

/** One of a closed list of words. In formulas it is the word's place in the list, from 0. */
export interface ChoiceInput {
  readonly kind: "choice";
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly choices: readonly string[];
  readonly default: string;
  readonly basis: string;
}

export type InputDeclaration = NumberInput | ChoiceInput;

export interface InputGroup {
  readonly key: string;
  readonly title: string;
  readonly inputs: readonly InputDeclaration[];
}

interface StatedNumber {
  label: string;
  unit: string;
  dimension?: string;
  default: number;
  min: number;
  max: number;
  integer?: true;
  low?: number;
  high?: number;
  basis: string;
}

interface StatedChoice {
  label: string;
  choices: readonly string[];
  default: string;
  basis: string;
}

type Stated = Record<string, StatedNumber | StatedChoice>;

/** The inputs of one group by their key; a key's declaration has the kind that was stated. */
export type DeclaredGroup<S extends Stated> = {
  readonly [K in keyof S]: S[K] extends StatedChoice ? ChoiceInput : NumberInput;
};

/** Declares a group of inputs. Each figure of the product that a person can change is stated in one such group and nowhere else. */
export function inputGroup<const S extends Stated>(
  group: string,
  title: string,
  stated: S,
): { group: InputGroup; byKey: DeclaredGroup<S> } {
  const inputs = Object.entries(stated).map(
    ([key, input]): InputDeclaration =>
      "choices" in input
        ? { kind: "choice", key, group, ...input }
        : {
            kind: "number",
            key,
            group,
            ...input,
            integer: input.integer ?? false,
            dimension: input.dimension ?? input.unit,
          },
  );
  return {
    group: { key: group, title, inputs },
    byKey: Object.fromEntries(inputs.map((input) => [input.key, input])) as unknown as DeclaredGroup<S>,
  };
}
