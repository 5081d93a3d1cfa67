import type { Code, FoldCode } from "./compiled/code";
import type { Routine, VectorFunction } from "./compiled/module-writer";
import type { Kernel } from "./kernel";
import type { Unit } from "./unit";

/** A number that comes from outside: an input. One value for all months. */
export interface InputTerm {
  readonly kind: "given";
  readonly key: string;
  readonly label: string;
  /** As it is shown. */
  readonly unit: string;
  /** As formulas reckon with it, where that says more than the shown unit. */
  readonly dimension?: string;
  /** For a choice: its words. The value is a word's place, from 0. */
  readonly words?: readonly string[];
}

/** A number that never changes, with its unit: 12 month/year. */
export interface Constant {
  readonly kind: "constant";
  readonly label: string;
  readonly unit: string;
  readonly value: number;
}

/** A quantity that is worked out: declared once, evaluated, checked, explained and printed from this one declaration. */
export interface Quantity {
  readonly kind: "quantity";
  readonly key: string;
  readonly label: string;
  readonly unit: string;
  readonly is: Node;
  /** "running": the months of service, 1 to the horizon; month 0 is then 0. "all": month 0 too. A number that does not change over time ignores it. */
  readonly during: "all" | "running";
  /** A value above it, in the months of service, means nothing and is refused. */
  readonly atMost?: number;
  readonly source?: string;
  readonly note?: string;
}

export type Term = InputTerm | Constant | Quantity;

export type Node =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "term"; readonly term: Term }
  | { readonly kind: "apply"; readonly primitive: Primitive; readonly args: readonly Node[] };

/** Whether a value changes by month. */
export type Shape = "one" | "monthly";

/** The unit of an argument; "any" is a literal 0, which has every unit. */
export type ArgumentUnit = Unit | "any";

/** One word of the language: its meaning over months, its rule for units and its printed form. */
export interface Primitive {
  readonly name: string;
  readonly arity: readonly [least: number, most: number];
  readonly shape: (args: readonly Shape[]) => Shape;
  /** @throws DeclarationError where the arguments do not agree */
  readonly unit: (args: readonly ArgumentUnit[], nodes: readonly Node[]) => ArgumentUnit;
  readonly kernel: Kernel;
  /** How compiled code works it out, in one of these ways; the kernel does where there is none. */
  readonly code?: Code;
  readonly fold?: FoldCode;
  readonly vector?: VectorFunction;
  readonly routine?: Routine;
  /** A result above it means nothing and is refused: in the months of service, or at once where it is one value. */
  readonly limit?: number;
  /** Of a test of a choice: the word that it tests for. */
  readonly word?: string;
  /** `t` is the month as it is to be shown: "t", or a number. */
  readonly print: (args: readonly string[], t: string) => string;
  /** How tightly the printed form binds, for parentheses; a call binds tightest, a phrase (below 0) not at all. */
  readonly precedence: number;
  /** How tightly an argument must bind to stand in the printed form without parentheses; 0 unless said otherwise. */
  readonly argumentPrecedence?: number;
  /** The month of an argument that the value of a month rests on; the same one unless said otherwise. */
  readonly looksAt?: "month before" | "month 1" | "last month" | "all months";
}
