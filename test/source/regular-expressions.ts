import { readFileSync } from "node:fs";
import { filesOf, type Node, nodesOf, syntaxOf } from "./syntax";

/** A regular expression of the sources, with the place where it stands. */
export interface FoundPattern {
  file: string;
  line: number;
  pattern: RegExp;
}

/** One that is put together at run time, which no reading of the sources shows. */
export interface BuiltPattern {
  file: string;
  line: number;
}

/** The text of a literal, also of a template without expressions; undefined where it is put together. */
function textOf(node: Node | undefined): string | undefined {
  if (node?.type === "StringLiteral") return String(node.value);
  const [quasi, ...more] = node?.type === "TemplateLiteral" ? (node.quasis as { value: { cooked: string } }[]) : [];
  return quasi !== undefined && more.length === 0 ? quasi.value.cooked : undefined;
}

/** Every regular expression of a source: its literals, and its calls of RegExp. */
export function patternsIn(file: string, source: string): { found: FoundPattern[]; built: BuiltPattern[] } {
  const found: FoundPattern[] = [];
  const built: BuiltPattern[] = [];
  for (const node of nodesOf(syntaxOf(file, source))) {
    const line = node.loc?.start.line ?? 0;
    if (node.type === "RegExpLiteral") {
      found.push({ file, line, pattern: new RegExp(String(node.pattern), String(node.flags)) });
    } else if (node.type === "NewExpression" || node.type === "CallExpression") {
      const callee = node.callee as Node;
      if (callee.type !== "Identifier" || callee.name !== "RegExp") continue;
      const [pattern, flags] = node.arguments as Node[];
      // What is made of another pattern is found where that one stands.
      if (pattern?.type === "RegExpLiteral") continue;
      const text = textOf(pattern);
      if (text === undefined) built.push({ file, line });
      else found.push({ file, line, pattern: new RegExp(text, textOf(flags)) });
    }
  }
  return { found, built };
}

/** Every regular expression of some folders and files, without those of tests. */
export function patternsOf(root: string, places: readonly string[]): { found: FoundPattern[]; built: BuiltPattern[] } {
  const all = places
    .flatMap((place) => filesOf(root, place))
    .map((file) => patternsIn(file, readFileSync(`${root}/${file}`, "utf8")));
  return { found: all.flatMap(({ found }) => found), built: all.flatMap(({ built }) => built) };
}
