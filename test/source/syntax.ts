import { readdirSync } from "node:fs";
import { type ParserPlugin, parse } from "@babel/parser";

/** A node of the syntax tree, as far as it is looked at. */
export interface Node {
  type: string;
  loc?: { start: { line: number } };
  [name: string]: unknown;
}

const isSource = /\.(?:tsx?|mjs|js)$/;
const isTest = /\.test\.tsx?$/;

/** The sources of a folder, or the one file, without tests. */
export function filesOf(root: string, place: string): string[] {
  if (isSource.test(place)) return [place];
  return readdirSync(`${root}/${place}`, { recursive: true, encoding: "utf8" })
    .map((file) => `${place}/${file.replaceAll("\\", "/")}`)
    .filter((file) => isSource.test(file) && !isTest.test(file));
}

export function syntaxOf(file: string, source: string): Node {
  const plugins: ParserPlugin[] = file.endsWith(".ts") ? ["typescript"] : ["typescript", "jsx"];
  return parse(source, { sourceType: "module", plugins }).program as unknown as Node;
}

/** A node and all below it, each before what it holds. @param isSkipped of what is not looked into */
export function* nodesOf(value: unknown, isSkipped: (node: Node) => boolean = () => false): Generator<Node> {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) for (const one of value) yield* nodesOf(one, isSkipped);
  else {
    const node = value as Node;
    if (typeof node.type === "string") {
      if (isSkipped(node)) return;
      yield node;
    }
    for (const [name, inner] of Object.entries(node)) {
      if (name !== "loc" && !name.endsWith("Comments")) yield* nodesOf(inner, isSkipped);
    }
  }
}
