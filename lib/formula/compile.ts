import { DeclarationError } from "./declaration-error";
import type { InputTerm, Node, Primitive, Quantity, Shape, Term } from "./node";
import { running } from "./primitives/months";

/** One step of the work: a primitive, where its arguments lie and where its result goes; places count values, not cells. */
export interface Step {
  readonly primitive: Primitive;
  readonly args: readonly number[];
  readonly out: number;
  /** The quantity whose formula this step belongs to, for messages. */
  readonly of: Quantity;
}

/** A value of a program: how it changes over time, and its first value where it is known beforehand. */
export interface Place {
  readonly shape: Shape;
  readonly fill?: number;
}

/** What a set of quantities comes to: steps in an order in which each finds its arguments ready. Made once, evaluated often. */
export interface Program {
  readonly places: readonly Place[];
  readonly steps: readonly Step[];
  readonly givens: ReadonlyMap<InputTerm, number>;
  readonly quantities: ReadonlyMap<Quantity, number>;
}

/** More than a program has places: two of them make one whole number that a double holds. */
const mostPlaces = 2 ** 26;

/** What tells the arguments of a primitive from others of it. Most have one or two, and a number is looked up sooner than a text. */
function argumentsKey(args: readonly number[]): number | string {
  const [first = 0, second = 0] = args;
  if (args.length === 1) return first;
  return args.length === 2 ? (first + 1) * mostPlaces + second : args.join();
}

/**
 * Puts quantities and all that they refer to in order. What is written twice is worked out once.
 *
 * @param base a program that the new one goes on from: its places, steps and quantities come first
 * @throws DeclarationError where a quantity refers to itself, naming the circle
 */
export function compile(wanted: readonly Quantity[], base?: Program): Program {
  const places: Place[] = [...(base?.places ?? [])];
  const steps: Step[] = [...(base?.steps ?? [])];
  const givens = new Map<InputTerm, number>(base?.givens);
  const quantities = new Map<Quantity, number>(base?.quantities);
  const numbers = new Map<number, number>();
  const applied = new Map<Primitive, Map<number | string, number>>();
  /** In the order in which they were opened, for the words of a circle. */
  const open = new Set<Quantity>();

  const place = (shape: Shape, fill?: number) => places.push(fill === undefined ? { shape } : { shape, fill }) - 1;

  const appliedOf = (primitive: Primitive) => {
    let of = applied.get(primitive);
    if (of === undefined) {
      of = new Map();
      applied.set(primitive, of);
    }
    return of;
  };

  for (const [at, { fill }] of places.entries()) if (fill !== undefined) numbers.set(fill, at);
  for (const { primitive, args, out } of steps) appliedOf(primitive).set(argumentsKey(args), out);

  const apply = (primitive: Primitive, args: readonly number[], of: Quantity): number => {
    const known = appliedOf(primitive);
    const key = argumentsKey(args);
    let out = known.get(key);
    if (out === undefined) {
      out = place(primitive.shape(args.map((at) => (places[at] as Place).shape)));
      steps.push({ primitive, args, out, of });
      known.set(key, out);
    }
    return out;
  };

  const number = (value: number) => {
    let at = numbers.get(value);
    if (at === undefined) {
      at = place("one", value);
      numbers.set(value, at);
    }
    return at;
  };

  const visitTerm = (term: Term): number => {
    if (term.kind === "constant") return number(term.value);
    if (term.kind === "quantity") return visitQuantity(term);
    let at = givens.get(term);
    if (at === undefined) {
      at = place("one");
      givens.set(term, at);
    }
    return at;
  };

  const visit = (node: Node, of: Quantity): number => {
    if (node.kind === "number") return number(node.value);
    if (node.kind === "term") return visitTerm(node.term);
    return apply(
      node.primitive,
      node.args.map((arg) => visit(arg, of)),
      of,
    );
  };

  const visitQuantity = (quantity: Quantity): number => {
    const known = quantities.get(quantity);
    if (known !== undefined) return known;
    if (open.has(quantity)) {
      const opened = [...open];
      const circle = [...opened.slice(opened.indexOf(quantity)), quantity];
      throw new DeclarationError(`${circle.map(({ key }) => key).join(" → ")} is a circle`);
    }
    open.add(quantity);
    let at = visit(quantity.is, quantity);
    if (quantity.during === "running" && (places[at] as Place).shape === "monthly") at = apply(running, [at], quantity);
    open.delete(quantity);
    quantities.set(quantity, at);
    return at;
  };

  for (const quantity of wanted) visitQuantity(quantity);
  return { places, steps, givens, quantities };
}
