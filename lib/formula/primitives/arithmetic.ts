import type { Code } from "../compiled/code";
import { powOfTwo } from "../compiled/elementary";
import type { Expression } from "../compiled/vector";
import * as vector from "../compiled/vector";
import { DeclarationError } from "../declaration-error";
import type { Node, Primitive } from "../node";
import { dimensionless, power } from "../unit";
import {
  addKernel,
  byValue,
  divideKernel,
  elementwise,
  multiplyKernel,
  shapeOfAny,
  subtractKernel,
} from "./elementwise";
import { alike, comparison, known, plainNumbers, productOf, quotientOf, requireNumber } from "./unit-rules";

type Infix = Pick<Primitive, "unit" | "kernel" | "precedence" | "code" | "vector">;

function infix(name: string, sign: string, meaning: Infix): Primitive {
  return { name, arity: [2, 2], shape: shapeOfAny, ...meaning, print: ([a, b]) => `${a} ${sign} ${b}` };
}

type OfTwo = (a: Expression, b: Expression) => Expression;

/** A word of two arguments in compiled code. */
const ofTwo =
  (work: OfTwo): Code =>
  ([a = [], b = []]) =>
    work(a, b);

const compare = (name: string, sign: string, f: (a: number, b: number) => boolean, mask: OfTwo) =>
  infix(name, sign, {
    unit: comparison,
    kernel: elementwise((a = 0, b = 0) => (f(a, b) ? 1 : 0)),
    code: ofTwo((a, b) => vector.truth(mask(a, b))),
    precedence: 2,
  });

/** A dimension can be raised to a literal whole number only; anything else must be a plain number. */
const powerUnit: Primitive["unit"] = ([base = "any", exponent = "any"], [, node]) => {
  requireNumber(exponent, "the exponent");
  if (base === "any" || base.size === 0) return dimensionless;
  if (node?.kind !== "number" || !Number.isInteger(node.value))
    throw new DeclarationError("a dimension is raised to no literal whole number");
  return power(known(base), node.value);
};

export const infixes: Readonly<Record<string, Primitive>> = {
  or: infix("or", "or", {
    unit: plainNumbers,
    kernel: elementwise((a, b) => (a || b ? 1 : 0)),
    code: ofTwo((a, b) => vector.truth(vector.either(vector.holds(a), vector.holds(b)))),
    precedence: 0,
  }),
  and: infix("and", "and", {
    unit: plainNumbers,
    kernel: elementwise((a, b) => (a && b ? 1 : 0)),
    code: ofTwo((a, b) => vector.truth(vector.both(vector.holds(a), vector.holds(b)))),
    precedence: 1,
  }),
  "=": compare("equals", "=", (a, b) => a === b, vector.isEqual),
  "<": compare("less", "<", (a, b) => a < b, vector.isLess),
  "<=": compare("atMost", "≤", (a, b) => a <= b, vector.isAtMost),
  ">": compare("greater", ">", (a, b) => a > b, vector.isGreater),
  ">=": compare("atLeast", "≥", (a, b) => a >= b, vector.isAtLeast),
  "+": infix("add", "+", { unit: alike, kernel: addKernel, code: ofTwo(vector.add), precedence: 3 }),
  "-": infix("subtract", "−", { unit: alike, kernel: subtractKernel, code: ofTwo(vector.subtract), precedence: 3 }),
  "*": infix("multiply", "×", { unit: productOf, kernel: multiplyKernel, code: ofTwo(vector.multiply), precedence: 4 }),
  "/": infix("divide", "/", { unit: quotientOf, kernel: divideKernel, code: ofTwo(vector.divide), precedence: 4 }),
  "^": infix("power", "^", { unit: powerUnit, ...byValue(powOfTwo), precedence: 6 }),
};

export const negate: Primitive = {
  name: "negate",
  arity: [1, 1],
  shape: shapeOfAny,
  unit: alike,
  kernel: elementwise((a = 0) => 0 - a),
  code: ([a = []]) => vector.subtract(vector.constant(0), a),
  print: ([a]) => `−${a}`,
  precedence: 5,
};

/** The sum of many, as one formula; 0 where there are none. */
export function sumOf(nodes: readonly Node[]): Node {
  const add = infixes["+"] as Primitive;
  return nodes.length === 0
    ? { kind: "number", value: 0 }
    : nodes.reduce((a, b) => ({ kind: "apply", primitive: add, args: [a, b] }));
}
