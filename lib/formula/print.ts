import type { Node, Primitive, Term } from "./node";

/** Where a part of a formula looks: the month it is read at, in which months stand side by side where all of them count. */
export type Look = Primitive["looksAt"];

/** How the leaves of a formula are written. */
export interface Style {
  readonly number: (value: number) => string;
  /** @param looks the ways in which the formula looks at other months between here and the outside, outermost first */
  readonly term: (term: Term, looks: readonly NonNullable<Look>[]) => string;
  /** The month, as formulas speak of it under these looks: "t", or a number. */
  readonly month: (looks: readonly NonNullable<Look>[]) => string;
  /** Whether leaves stand for values already, so that "of month 1" is not said again. */
  readonly hasValues: boolean;
}

const atom = 9;
/** Their right operand needs parentheses where it binds no tighter: a − (b − c), a / (b × c). */
const leftOnly = new Set(["subtract", "divide"]);
const comparisonPrecedence = 2;
const isInfix = ({ arity, precedence }: Primitive) =>
  arity[0] === 2 && arity[1] === 2 && precedence >= 0 && precedence < atom;

/** The least precedence at which an argument stands without parentheses. */
function leastOf(primitive: Primitive, place: number): number {
  const { precedence, name, argumentPrecedence } = primitive;
  if (argumentPrecedence !== undefined) return argumentPrecedence;
  if (name === "negate") return precedence + 1;
  if (!isInfix(primitive)) return 0;
  if (name === "power") return place === 0 ? precedence + 1 : precedence;
  if (precedence === comparisonPrecedence) return precedence + 1;
  return place === 1 && leftOnly.has(name) ? precedence + 1 : precedence;
}

/** A formula as it is read, with the parentheses that it needs and no others. */
export function print(node: Node, style: Style): string {
  return printed(node, style, []).text;
}

function printed(node: Node, style: Style, looks: readonly NonNullable<Look>[]): { text: string; precedence: number } {
  if (node.kind === "number") return { text: style.number(node.value), precedence: atom };
  if (node.kind === "term") return { text: style.term(node.term, looks), precedence: atom };
  const { primitive, args } = node;
  const inner = primitive.looksAt ? [...looks, primitive.looksAt] : looks;
  const texts = args.map((arg, place) => {
    const { text, precedence } = printed(arg, style, inner);
    return precedence < leastOf(primitive, place) ? `(${text})` : text;
  });
  const [first] = args;
  const isOneMonth = primitive.looksAt !== undefined && primitive.looksAt !== "all months";
  // What is only cut to the months of service reads as what it is; so does a month's value that is written out.
  if (first && (primitive.name === "running" || (isOneMonth && (style.hasValues || !hasQuantity(first)))))
    return printed(first, style, inner);
  return { text: primitive.print(texts, style.month(looks)), precedence: primitive.precedence };
}

function hasQuantity(node: Node): boolean {
  if (node.kind === "term") return node.term.kind === "quantity";
  return node.kind === "apply" && node.args.some(hasQuantity);
}
