import { pow } from "../../math/pow";
import { DeclarationError } from "../declaration-error";
import type { Node, Primitive } from "../node";
import { dimensionless, power } from "../unit";
import { addKernel, divideKernel, elementwise, multiplyKernel, shapeOfAny, subtractKernel } from "./elementwise";
import { alike, comparison, known, plainNumbers, productOf, quotientOf, requireNumber } from "./unit-rules";

type Infix = Pick<Primitive, "unit" | "kernel" | "precedence">;

function infix(name: string, sign: string, { unit, kernel, precedence }: Infix): Primitive {
  return { name, arity: [2, 2], shape: shapeOfAny, unit, kernel, precedence, print: ([a, b]) => `${a} ${sign} ${b}` };
}

const compare = (name: string, sign: string, f: (a: number, b: number) => boolean) =>
  infix(name, sign, { unit: comparison, kernel: elementwise((a = 0, b = 0) => (f(a, b) ? 1 : 0)), precedence: 2 });

/** A dimension can be raised to a literal whole number only; anything else must be a plain number. */
const powerUnit: Primitive["unit"] = ([base = "any", exponent = "any"], [, node]) => {
  requireNumber(exponent, "the exponent");
  if (base === "any" || base.size === 0) return dimensionless;
  if (node?.kind !== "number" || !Number.isInteger(node.value))
    throw new DeclarationError("a dimension is raised to no literal whole number");
  return power(known(base), node.value);
};

export const infixes: Readonly<Record<string, Primitive>> = {
  or: infix("or", "or", { unit: plainNumbers, kernel: elementwise((a, b) => (a || b ? 1 : 0)), precedence: 0 }),
  and: infix("and", "and", { unit: plainNumbers, kernel: elementwise((a, b) => (a && b ? 1 : 0)), precedence: 1 }),
  "=": compare("equals", "=", (a, b) => a === b),
  "<": compare("less", "<", (a, b) => a < b),
  "<=": compare("atMost", "≤", (a, b) => a <= b),
  ">": compare("greater", ">", (a, b) => a > b),
  ">=": compare("atLeast", "≥", (a, b) => a >= b),
  "+": infix("add", "+", { unit: alike, kernel: addKernel, precedence: 3 }),
  "-": infix("subtract", "−", { unit: alike, kernel: subtractKernel, precedence: 3 }),
  "*": infix("multiply", "×", { unit: productOf, kernel: multiplyKernel, precedence: 4 }),
  "/": infix("divide", "/", { unit: quotientOf, kernel: divideKernel, precedence: 4 }),
  "^": infix("power", "^", { unit: powerUnit, kernel: elementwise((a = 0, b = 0) => pow(a, b)), precedence: 6 }),
};

export const negate: Primitive = {
  name: "negate",
  arity: [1, 1],
  shape: shapeOfAny,
  unit: alike,
  kernel: elementwise((a = 0) => 0 - a),
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
