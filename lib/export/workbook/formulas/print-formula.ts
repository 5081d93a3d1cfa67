import { DeclarationError } from "@/lib/formula/declaration-error";
import { quantity } from "@/lib/formula/formula";
import type { InputTerm, Node, Quantity, Shape } from "@/lib/formula/node";
import { forms } from "./all-forms";
import {
  type Argument,
  binds,
  type Moment,
  type MonthRow,
  numberText,
  type Place,
  type Printed,
  type Read,
  tightly,
} from "./form";
import { conditions } from "./words";

/** A formula that is said several times has a row of its own from this length on. */
const shortest = 40;

/** Where things stand, and what is made for formulas that need more than their cell. */
export interface Surroundings extends Pick<Place, "month" | "monthsUntilNow" | "horizon" | "working" | "table"> {
  readonly nameOf: (input: InputTerm) => string;
  /** The cell of a quantity that is the same in all months. */
  readonly single: (quantity: Quantity) => string;
  readonly row: (quantity: Quantity) => MonthRow;
  /** Formulas that are read for what they come to. */
  readonly reads: Map<string, Quantity>;
}

const shapes = new WeakMap<Node, Shape>();

function shapeOf(node: Node): Shape {
  const known = shapes.get(node);
  if (known) return known;
  const shape =
    node.kind === "apply"
      ? node.primitive.shape(node.args.map(shapeOf))
      : node.kind === "term" && node.term.kind === "quantity"
        ? shapeOf(node.term.is)
        : "one";
  shapes.set(node, shape);
  return shape;
}

/** Whether a quantity has a value for each month, and not one for all. */
export const isMonthly = (quantity: Quantity) => shapeOf(quantity.is) === "monthly";

/** Prints formulas of the language for cells of a spreadsheet. @throws DeclarationError where a word has no form */
export function formulaPrinter(around: Surroundings): (node: Node, moment: Moment) => string {
  const write = (node: Node, moment: Moment): Printed => {
    if (node.kind === "number") return tightly(numberText(node.value));
    if (node.kind === "term") {
      const { term } = node;
      if (term.kind === "constant") return tightly(numberText(term.value));
      if (term.kind === "given") return tightly(around.nameOf(term));
      if (!isMonthly(term)) return tightly(around.single(term));
      if (moment === "single") throw new DeclarationError(`${term.key} changes by month, and is read in no month`);
      return tightly(around.row(term).cell);
    }
    const condition = conditionOf(node, moment);
    if (condition !== undefined) return tightly(`IF(${condition},1,0)`);
    const form = forms[node.primitive.name];
    if (!form) throw new DeclarationError(`"${node.primitive.name}" has no form in a spreadsheet`);
    return form(argumentsOf(node, moment), placeOf(moment));
  };

  const conditionOf = (node: Node, moment: Moment): string | undefined => {
    if (node.kind !== "apply") return undefined;
    const { primitive, args } = node;
    const [of] = args;
    if (primitive.word !== undefined && of?.kind === "term") return `${write(of, moment).text}="${primitive.word}"`;
    return conditions[primitive.name]?.(argumentsOf(node, moment));
  };

  const argumentsOf = ({ args }: Extract<Node, { kind: "apply" }>, moment: Moment) =>
    args.map((node) => argumentOf(node, moment));

  const text = (node: Node, moment: Moment, least: number) => {
    const printed = write(node, moment);
    return printed.precedence < least ? `(${printed.text})` : printed.text;
  };

  const argumentOf = (node: Node, moment: Moment): Argument => ({
    node,
    isMonthly: shapeOf(node) === "monthly",
    text: (least = binds.loosely) => text(node, moment, least),
    repeated: () => {
      const plain = text(node, moment, binds.tightly);
      if (plain.length < shortest) return plain;
      return shapeOf(node) === "monthly" ? rowOf(node).cell : singleOf(node);
    },
    condition: () => conditionOf(node, moment) ?? `${text(node, moment, binds.sum)}<>0`,
    row: () => rowOf(node),
  });

  const readAs = (node: Node): Quantity => {
    if (node.kind === "term" && node.term.kind === "quantity") return node.term;
    const key = write(node, shapeOf(node) === "monthly" ? "service" : "single").text;
    const known = around.reads.get(key);
    if (known) return known;
    const made = quantity({ key: `read.${around.reads.size}`, label: key, unit: "1", during: "all", is: node });
    around.reads.set(key, made);
    return made;
  };

  const rowOf = (node: Node): MonthRow => {
    if (node.kind === "term" && node.term.kind === "quantity") return around.row(node.term);
    const service = write(node, "service").text;
    const of = readAs(node);
    return around.working(`row ${service}`, () => ({
      label: "A step of it",
      unit: "",
      monthly: { setUp: write(node, "setUp").text, service },
      values: (read) => read.values(of),
    }));
  };

  const singleOf = (node: Node): string => {
    const single = write(node, "single").text;
    const of = readAs(node);
    const step = () => ({ label: "A step of it", unit: "", single, values: (read: Read) => read.values(of) });
    return around.working(`single ${single}`, step).single;
  };

  const places: Partial<Record<Moment, Place>> = {};
  const placeOf = (moment: Moment): Place => {
    places[moment] ??= { ...around, moment, read: readAs };
    return places[moment] as Place;
  };

  return (node, moment) => write(node, moment).text;
}
