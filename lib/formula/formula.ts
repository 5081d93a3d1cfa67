import { DeclarationError } from "./declaration-error";
import type { InputTerm, Node, Primitive, Quantity, Term } from "./node";
import { parse } from "./parse";
import { functionByName } from "./primitives/all";
import { byValue, shapeOfAny } from "./primitives/elementwise";
import { comparison } from "./primitives/unit-rules";

/**
 * A formula: formula`${power} * ${input.pue}`. What stands in ${} is a declared term, or a formula made before.
 *
 * @throws DeclarationError where it cannot be read
 */
export function formula(texts: TemplateStringsArray, ...references: readonly (Term | Node)[]): Node {
  try {
    return parse(texts, references.map(nodeOf));
  } catch (error) {
    if (!(error instanceof DeclarationError)) throw error;
    const written = texts.reduce((text, next, i) => `${text}{${nameOf(references[i - 1])}}${next}`);
    throw new DeclarationError(`${error.message} in the formula: ${written}`);
  }
}

/** What a reference is called, so that a message says which formula it speaks of. */
function nameOf(reference: Term | Node | undefined): string {
  if (!reference) return "";
  if (reference.kind === "term") return nameOf(reference.term);
  if ("key" in reference) return reference.key;
  return "label" in reference ? reference.label : "…";
}

export function nodeOf(reference: Term | Node): Node {
  switch (reference.kind) {
    case "given":
    case "constant":
    case "quantity":
      return { kind: "term", term: reference };
    default:
      return reference;
  }
}

/** A function of the language applied to as many arguments as there are rows. @throws DeclarationError where there is none of the name */
export function applied(name: string, args: readonly (Term | Node)[]): Node {
  const primitive = functionByName.get(name);
  if (!primitive) throw new DeclarationError(`there is no function "${name}"`);
  return { kind: "apply", primitive, args: args.map(nodeOf) };
}

/** Declares a quantity; `during` is "running" unless said otherwise. */
export function quantity(declared: Omit<Quantity, "kind" | "during"> & { during?: Quantity["during"] }): Quantity {
  return { kind: "quantity", during: "running", ...declared };
}

export function constant(label: string, value: number, unit: string): Node {
  return nodeOf({ kind: "constant", label, value, unit });
}

const wordTests = new Map<string, Primitive>();

/** Whether a choice is the given word: 1 or 0. */
export function isWord(choice: InputTerm, word: string): Node {
  const place = choice.words?.indexOf(word) ?? -1;
  if (place < 0) throw new DeclarationError(`${choice.key} has no "${word}"`);
  const name = `${choice.key} is ${word}`;
  let primitive = wordTests.get(name);
  if (!primitive) {
    primitive = {
      name,
      word,
      arity: [1, 1],
      shape: shapeOfAny,
      unit: comparison,
      precedence: 2,
      ...byValue({ scalar: (value) => (value === place ? 1 : 0) }),
      print: ([shown]) => `${shown} is ${word}`,
      argumentPrecedence: 9,
    };
    wordTests.set(name, primitive);
  }
  return { kind: "apply", primitive, args: [nodeOf(choice)] };
}
