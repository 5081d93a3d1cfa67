import { DeclarationError } from "./declaration-error";
import type { ArgumentUnit, Node, Quantity } from "./node";
import { equal, parseUnit, printUnit } from "./unit";

/** The unit of a formula. @throws DeclarationError where units do not agree */
export function unitOf(node: Node): ArgumentUnit {
  switch (node.kind) {
    case "number":
      return node.value === 0 ? "any" : parseUnit("1");
    case "term":
      return parseUnit(("dimension" in node.term && node.term.dimension) || node.term.unit);
    case "apply":
      return node.primitive.unit(node.args.map(unitOf), node.args);
  }
}

/**
 * Checks a whole declaration: that it says what it is and where it is from, and that its units agree.
 *
 * @throws DeclarationError naming the quantity and what is missing or disagrees
 */
export function checkDeclaration(quantity: Quantity): void {
  if (!quantity.label) throw new DeclarationError(`${quantity.key}: it has no label`);
  if (!quantity.source) throw new DeclarationError(`${quantity.key}: it has no source`);
  checkUnits(quantity);
}

/**
 * Checks that a quantity's formula has the unit that is declared for it.
 *
 * @throws DeclarationError naming the quantity and what disagrees
 */
export function checkUnits(quantity: Quantity): void {
  try {
    const declared = parseUnit(quantity.unit);
    const found = unitOf(quantity.is);
    if (found !== "any" && !equal(found, declared)) {
      throw new DeclarationError(`the formula gives ${printUnit(found)}, declared is ${printUnit(declared)}`);
    }
  } catch (error) {
    if (error instanceof DeclarationError) throw new DeclarationError(`${quantity.key}: ${error.message}`);
    throw error;
  }
}
