import { DeclarationError } from "./declaration-error";
import type { Node, Primitive } from "./node";
import { functionByName } from "./primitives/all";
import { infixes, negate } from "./primitives/arithmetic";

type Token =
  | { kind: "number"; value: number }
  | { kind: "word" | "sign"; text: string }
  | { kind: "reference"; place: number }
  | { kind: "end" };

const lexeme = /\s*(?:(\d+(?:\.\d+)?(?:e[+-]?\d+)?)|([A-Za-z][A-Za-z0-9]*)|(<=|>=|[-+*/^()<>=,]))/y;

/** A formula as it is written: of what stands between its texts it knows the places. */
type Written =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "reference"; readonly place: number }
  | { readonly kind: "apply"; readonly primitive: Primitive; readonly args: readonly Written[] };

/** Splits the text between references into tokens; the references stand between the texts. */
function tokenise(texts: readonly string[]): Token[] {
  const tokens: Token[] = [];
  for (const [i, text] of texts.entries()) {
    lexeme.lastIndex = 0;
    const end = text.trimEnd().length;
    while (lexeme.lastIndex < end) {
      const from = lexeme.lastIndex;
      const match = lexeme.exec(text);
      if (!match) throw new DeclarationError(`cannot read "${text.slice(from)}"`);
      const [, number, word, sign] = match;
      if (number !== undefined) tokens.push({ kind: "number", value: Number(number) });
      else if (word !== undefined) tokens.push({ kind: "word", text: word });
      else tokens.push({ kind: "sign", text: sign as string });
    }
    if (i < texts.length - 1) tokens.push({ kind: "reference", place: i });
  }
  tokens.push({ kind: "end" });
  return tokens;
}

/** What was read, by the texts of a template, which are the same array each time that its place in the code is passed. */
const read = new WeakMap<readonly string[], Written>();

/**
 * Reads a formula: numbers, references, + − * / ^, comparisons, and, or, and the functions of the language, with the
 * usual precedence (comparisons bind looser than sums, a power tighter than a sign).
 *
 * @throws DeclarationError where it cannot be read or names no function
 */
export function parse(texts: readonly string[], references: readonly Node[]): Node {
  let written = read.get(texts);
  if (!written) {
    written = parseTexts(texts);
    read.set(texts, written);
  }
  return withReferences(written, references);
}

function withReferences(written: Written, references: readonly Node[]): Node {
  if (written.kind === "number") return written;
  if (written.kind === "reference") return references[written.place] as Node;
  return {
    kind: "apply",
    primitive: written.primitive,
    args: written.args.map((arg) => withReferences(arg, references)),
  };
}

function parseTexts(texts: readonly string[]): Written {
  const tokens = tokenise(texts);
  let at = 0;
  const next = () => tokens[at++] as Token;
  const is = (text: string) => {
    const token = tokens[at] as Token;
    return (token.kind === "sign" || token.kind === "word") && token.text === text;
  };
  const expect = (text: string) => {
    if (!is(text)) throw new DeclarationError(`"${text}" is missing`);
    at++;
  };

  const argumentsOf = (): Written[] => {
    const args: Written[] = [];
    expect("(");
    while (!is(")")) {
      args.push(expression(0));
      if (!is(")")) expect(",");
    }
    expect(")");
    return args;
  };

  const call = (name: string): Written => {
    const primitive = functionByName.get(name);
    if (!primitive) throw new DeclarationError(`there is no function "${name}"`);
    const args = argumentsOf();
    const [least, most] = primitive.arity;
    if (args.length < least || args.length > most) throw new DeclarationError(`"${name}" has ${args.length} arguments`);
    return { kind: "apply", primitive, args };
  };

  const operand = (): Written => {
    const token = next();
    if (token.kind === "number") return { kind: "number", value: token.value };
    if (token.kind === "reference") return token;
    if (token.kind === "word") return call(token.text);
    if (token.kind === "sign" && token.text === "(") {
      const inner = expression(0);
      expect(")");
      return inner;
    }
    if (token.kind === "sign" && token.text === "-") {
      return { kind: "apply", primitive: negate, args: [expression(negate.precedence)] };
    }
    throw new DeclarationError(
      token.kind === "sign" ? `"${token.text}" stands where a value is due` : "the formula ends where a value is due",
    );
  };

  function expression(least: number): Written {
    let left = operand();
    for (;;) {
      const token = tokens[at] as Token;
      const primitive = token.kind === "sign" || token.kind === "word" ? infixes[token.text] : undefined;
      if (!primitive || primitive.precedence < least) return left;
      at++;
      // A power groups from the right, all else from the left.
      const right = expression(primitive.name === "power" ? primitive.precedence : primitive.precedence + 1);
      left = { kind: "apply", primitive, args: [left, right] };
    }
  }

  const node = expression(0);
  if (tokens[at]?.kind !== "end") throw new DeclarationError("something stands after the end of the formula");
  return node;
}
