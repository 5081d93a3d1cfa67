import type { Node, Primitive, Quantity } from "@/lib/formula/node";
import { infixes, negate } from "@/lib/formula/primitives/arithmetic";
import type { Architecture } from "@/lib/model/architectures";
import { costModel, quantitiesOf } from "@/lib/model/cost-model";
import { type InputKey, type Inputs, input, isInputKey } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";

/** What a formula comes to where that is settled by the choices alone, else null. */
type Known = number | null;

/** Works out a primitive of known numbers with its own kernel, so that its meaning stands in one place. */
function apply(primitive: Primitive, args: readonly number[]): number {
  const cells = Float64Array.from([...args, 0]);
  const places = args.map((_, i) => i);
  const frame = { cells, months: 0, samples: 1, refuse: () => {} };
  primitive.kernel(
    frame,
    args.length,
    places,
    args.map(() => 0),
  );
  return cells[args.length] as number;
}

/** Words of the language whose result follows from their arguments alone, whatever the month and the horizon. */
const settling = new Set<string>([...Object.values(infixes), negate].map(({ name }) => name));
const isSettling = ({ name }: Primitive, args: readonly Node[]) =>
  settling.has(name) || (args[0]?.kind === "term" && args[0].term.kind === "given" && args[0].term.words !== undefined);
/** And those that make nothing of nothing. */
const keepsNothing = new Set(["sum", "running", "once"]);

const allSame = (outcomes: readonly Known[]): Known =>
  outcomes.every((outcome) => outcome === outcomes[0]) ? (outcomes[0] ?? null) : null;

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
    const { name } = node.primitive;
    if (name === "when") return this.knownCase(node.args);
    const args = node.args.map((arg) => this.known(arg));
    if ((name === "and" || name === "multiply") && args.includes(0)) return 0;
    if (name === "or" && args.some((value) => value !== null && value !== 0)) return 1;
    if (keepsNothing.has(name)) return args.at(-1) === 0 ? 0 : null;
    if (args.includes(null) || !isSettling(node.primitive, node.args)) return null;
    return apply(node.primitive, args as number[]);
  }

  /** What all cases that may hold come to, where they come to the same. */
  private knownCase(args: readonly Node[]): Known {
    const outcomes: Known[] = [];
    for (let i = 0; i < args.length - 1; i += 2) {
      const condition = this.known(args[i] as Node);
      if (condition === 0) continue;
      outcomes.push(this.known(args[i + 1] as Node));
      if (condition !== null) return allSame(outcomes);
    }
    return allSame([...outcomes, this.known(args.at(-1) as Node)]);
  }
}

const choices = Object.values(input).filter((declared) => declared.format === "choice");
const made = new Map<string, ReadonlySet<InputKey>>();

/** The inputs on which the results of one architecture depend, by its formulas, given the choices that are made. */
export function concernedInputs(architecture: Architecture, inputs: Readonly<Inputs>): ReadonlySet<InputKey> {
  const id = [architecture, ...choices.map(({ key }) => inputs[key as InputKey])].join(" ");
  const known = made.get(id);
  if (known) return known;
  const found = inputsBehind(quantitiesOf(costModel(noRows).architectures[architecture]), inputs);
  made.set(id, found);
  return found;
}

/** The inputs on which quantities depend, by their formulas, given the choices that are made. */
export function inputsBehind(quantities: readonly Quantity[], inputs: Readonly<Inputs>): ReadonlySet<InputKey> {
  const walk = new Walk(inputs);
  for (const quantity of quantities) walk.quantity(quantity);
  return walk.found;
}
