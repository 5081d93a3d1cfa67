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
  // A stack and not a generator in a generator: each node would come up through all above it.
  const waiting = [value];
  while (waiting.length > 0) {
    const one = waiting.pop();
    if (typeof one !== "object" || one === null) continue;
    if (Array.isArray(one)) {
      for (let place = one.length - 1; place >= 0; place--) waiting.push(one[place]);
      continue;
    }
    const node = one as Node;
    if (typeof node.type === "string") {
      if (isSkipped(node)) continue;
      yield node;
    }
    const names = Object.keys(node);
    for (let place = names.length - 1; place >= 0; place--) {
      const name = names[place] as string;
      if (name !== "loc" && !name.endsWith("Comments")) waiting.push(node[name]);
    }
  }
}
