import { declaredRanges } from "../ranges/declared-ranges";
import type { Basis } from "./basis";

/**
 * How a figure is typed and shown: a share of something, how much something rises a year, or how likely it is within a year (all three
 * stored as 0.05 and shown as 5 %); money in the model's currency; whole things; any other number; a yes (1) or a no (0).
 */
export type NumberFormat = "percent" | "yearlyChange" | "yearlyChance" | "money" | "count" | "number" | "yesNo";

/** A number that people set: what it means, in what unit, within what bounds, and on what the default rests. */
export interface NumberInput {
  readonly format: NumberFormat;
  readonly key: string;
  readonly group: string;
  readonly label: string;
  /** The unit as tables and files print it. How the figure is shown and typed is its format's. */
  readonly unit: string;
  /** The unit in the algebra of formulas, where it says more than the printed one ("TB" that is TB a server). */
  readonly dimension: string;
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly integer: boolean;
  /** The 10th and the 90th percentile, as its range is declared; absent where it has none. */
  readonly low?: number;
  readonly high?: number;
  readonly basis: Basis;
}

/** One of a closed list of words. In formulas it is the word's place in the list, from 0. */
export interface ChoiceInput {
  readonly format: "choice";
  readonly key: string;
  readonly group: string;
  readonly label: string;
  readonly choices: readonly string[];
  readonly default: string;
  readonly basis: Basis;
}

export type InputDeclaration = NumberInput | ChoiceInput;

export interface InputGroup {
  readonly key: string;
  readonly title: string;
  readonly inputs: readonly InputDeclaration[];
}

type DeclaredNumber = Omit<NumberInput, "key" | "group" | "dimension" | "integer" | "low" | "high"> & {
  dimension?: string;
};
type DeclaredChoice = Omit<ChoiceInput, "format" | "key" | "group">;
type Declared = Record<string, DeclaredNumber | DeclaredChoice>;

/** The inputs of one group by their key; a key's declaration is of a number or a choice as it was declared. */
export type DeclaredGroup<D extends Declared> = {
  readonly [K in keyof D]: D[K] extends DeclaredChoice ? ChoiceInput : NumberInput;
};

/** The ends of an input's declared range. */
function endsOf(key: string): Pick<NumberInput, "low" | "high"> {
  const range = declaredRanges[key];
  return range ? { low: range.low, high: range.high } : {};
}

const wholeFormats: readonly NumberFormat[] = ["count", "yesNo"];

/** Declares a group of inputs. Each figure of the product that a person can change is declared in one such group and nowhere else. */
export function inputGroup<const D extends Declared>(
  group: string,
  title: string,
  declared: D,
): { group: InputGroup; byKey: DeclaredGroup<D> } {
  const inputs = Object.entries(declared).map(
    ([key, input]): InputDeclaration =>
      "choices" in input
        ? { format: "choice", key, group, ...input }
        : {
            key,
            group,
            ...input,
            ...endsOf(key),
            integer: wholeFormats.includes(input.format),
            dimension: input.dimension ?? input.unit,
          },
  );
  return {
    group: { key: group, title, inputs },
    byKey: Object.fromEntries(inputs.map((input) => [input.key, input])) as unknown as DeclaredGroup<D>,
  };
}

/** Whether people state the figure as a percentage: 5 for 0.05. */
export function isPercentage({ format }: Pick<InputDeclaration, "format">): boolean {
  return format === "percent" || format === "yearlyChange" || format === "yearlyChance";
}

/** Whether it is a figure that is typed, and no choice and no yes or no. */
export function isFigure(declared: InputDeclaration): declared is NumberInput {
  return declared.format !== "choice" && declared.format !== "yesNo";
}
