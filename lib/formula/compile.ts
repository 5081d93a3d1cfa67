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

/**
 * Puts quantities and all that they refer to in order. What is written twice is worked out once.
 *
 * @throws DeclarationError where a quantity refers to itself, naming the circle
 */
export function compile(wanted: readonly Quantity[]): Program {
  const places: Place[] = [];
  const steps: Step[] = [];
  const givens = new Map<InputTerm, number>();
  const quantities = new Map<Quantity, number>();
  const shared = new Map<string, number>();
  const primitiveIds = new Map<Primitive, number>();
  const open: Quantity[] = [];

  const place = (shape: Shape, fill?: number) => places.push(fill === undefined ? { shape } : { shape, fill }) - 1;

  const share = (key: string, make: () => number): number => {
    let at = shared.get(key);
    if (at === undefined) {
      at = make();
      shared.set(key, at);
    }
    return at;
  };

  const apply = (primitive: Primitive, args: readonly number[], of: Quantity): number => {
    let id = primitiveIds.get(primitive);
    if (id === undefined) {
      id = primitiveIds.size;
      primitiveIds.set(primitive, id);
    }
    return share(`${id}(${args.join()})`, () => {
      const out = place(primitive.shape(args.map((at) => (places[at] as Place).shape)));
      steps.push({ primitive, args, out, of });
      return out;
    });
  };

  const number = (value: number) => share(`#${value}`, () => place("one", value));

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
    if (open.includes(quantity)) {
      throw new DeclarationError(
        `${[...open.slice(open.indexOf(quantity)), quantity].map(({ key }) => key).join(" → ")} is a circle`,
      );
    }
    open.push(quantity);
    let at = visit(quantity.is, quantity);
    if (quantity.during === "running" && (places[at] as Place).shape === "monthly") at = apply(running, [at], quantity);
    open.pop();
    quantities.set(quantity, at);
    return at;
  };

  for (const quantity of wanted) visitQuantity(quantity);
  return { places, steps, givens, quantities };
}
