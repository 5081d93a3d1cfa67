import { DeclarationError } from "../declaration-error";
import type { ArgumentUnit, Primitive } from "../node";
import { dimensionless, divide, equal, isDimensionless, multiply, printUnit, type Unit } from "../unit";

type Rule = Primitive["unit"];

const shown = (unit: ArgumentUnit) => (unit === "any" ? "0" : printUnit(unit));

export function known(unit: ArgumentUnit): Unit {
  return unit === "any" ? dimensionless : unit;
}

/** All arguments have one unit, which is the result's. */
export const alike: Rule = (args) => {
  let common: ArgumentUnit = "any";
  for (const unit of args) {
    if (unit === "any") continue;
    if (common === "any") common = unit;
    else if (!equal(common, unit)) throw new DeclarationError(`${shown(common)} beside ${shown(unit)}`);
  }
  return common;
};

export function requireUnit(unit: ArgumentUnit, wanted: Unit, what: string): void {
  if (unit !== "any" && !equal(unit, wanted))
    throw new DeclarationError(`${what} has ${shown(unit)} where ${printUnit(wanted)} is due`);
}

export function requireNumber(unit: ArgumentUnit, what: string): void {
  if (unit !== "any" && !isDimensionless(unit))
    throw new DeclarationError(`${what} has ${shown(unit)} where a plain number is due`);
}

/** Every argument is a plain number, and so is the result. */
export const plainNumbers: Rule = (args) => {
  for (const [i, unit] of args.entries()) requireNumber(unit, `argument ${i + 1}`);
  return dimensionless;
};

export const productOf: Rule = (args) => args.reduce((a, b) => (a === "any" || b === "any" ? "any" : multiply(a, b)));

export const quotientOf: Rule = ([a = "any", b = "any"]) => (a === "any" ? "any" : divide(a, known(b)));

/** The arguments agree; the result is a truth, 0 or 1. */
export const comparison: Rule = (args, nodes) => {
  alike(args, nodes);
  return dimensionless;
};
