import type { Node, Primitive, Quantity } from "../formula/node";
import type { Architecture } from "../model/architectures";
import { costModel, quantitiesOf } from "../model/cost-model";
import { type InputKey, type Inputs, input, isInputKey } from "../model/inputs";

/** What a formula comes to where that is settled by the choices alone, else null. */
type Known = number | null;

/** Works out a primitive of known numbers with its own kernel, so that its meaning stands in one place. */
function apply(primitive: Primitive, args: readonly number[]): Known {
  if (primitive.shape(args.map(() => "one")) === "monthly") return null;
  const cells = Float64Array.from([...args, 0]);
  let isRefused = false;
  const refuse = () => {
    isRefused = true;
  };
  const frame = { cells, months: 0, samples: 1, refuse };
  primitive.kernel(
    frame,
    args.length,
    args.map((_, i) => i),
    args.map(() => 0),
  );
  return isRefused ? null : (cells[args.length] as number);
}

/** Finds the inputs that quantities rest on. A branch that a choice shuts is not entered; a number is never taken as settled. */
class Walk {
  readonly found = new Set<InputKey>();
  private readonly seen = new Set<Quantity>();
  private readonly settled = new Map<Quantity, Known>();
  private readonly inputs: Readonly<Inputs>;

  constructor(inputs: Readonly<Inputs>) {
    this.inputs = inputs;
  }

  quantity(quantity: Quantity): void {
    if (this.seen.has(quantity)) return;
    this.seen.add(quantity);
    this.node(quantity.is);
  }

  private node(node: Node): void {
    if (this.known(node) !== null || node.kind === "number") return;
    if (node.kind === "term") {
      if (node.term.kind === "quantity") this.quantity(node.term);
      if (node.term.kind === "given" && isInputKey(node.term.key)) this.found.add(node.term.key);
      return;
    }
    if (node.primitive.name === "when") this.cases(node.args);
    else for (const arg of node.args) this.node(arg);
  }

  /** c1, x1, c2, x2, …, otherwise: as far as a condition may still hold. */
  private cases(args: readonly Node[]): void {
    for (let i = 0; i < args.length - 1; i += 2) {
      const condition = this.known(args[i] as Node);
      if (condition === 0) continue;
      this.node(args[i + 1] as Node);
      if (condition !== null) return;
      this.node(args[i] as Node);
    }
    this.node(args.at(-1) as Node);
  }

  private known(node: Node): Known {
    if (node.kind === "number") return node.value;
    if (node.kind === "term") {
      const { term } = node;
      if (term.kind === "constant") return term.value;
      if (term.kind === "quantity") {
        if (!this.settled.has(term)) this.settled.set(term, this.known(term.is));
        return this.settled.get(term) as Known;
      }
      if (!term.words || !isInputKey(term.key)) return null;
      this.found.add(term.key);
      return term.words.indexOf(String(this.inputs[term.key]));
    }
    const args = node.args.map((arg) => this.known(arg));
    const { name } = node.primitive;
    if ((name === "and" || name === "multiply") && args.includes(0)) return 0;
    if (name === "or" && args.some((value) => value !== null && value !== 0)) return 1;
    return args.includes(null) ? null : apply(node.primitive, args as number[]);
  }
}

const choices = Object.values(input).filter((declared) => declared.kind === "choice");
const made = new Map<string, ReadonlySet<InputKey>>();

/** The inputs on which the results of one architecture depend, by its formulas, given the choices that are made. */
export function concernedInputs(architecture: Architecture, inputs: Readonly<Inputs>): ReadonlySet<InputKey> {
  const id = [architecture, ...choices.map(({ key }) => inputs[key as InputKey])].join(" ");
  const known = made.get(id);
  if (known) return known;
  const walk = new Walk(inputs);
  for (const quantity of quantitiesOf(costModel([]).architectures[architecture])) walk.quantity(quantity);
  made.set(id, walk.found);
  return walk.found;
}
