import { describe, expect, it } from "vitest";
import { everyRow } from "@/test/every-row";
import { checkDeclaration, checkUnits, unitOf } from "../formula/check";
import type { Node, Quantity } from "../formula/node";
import { isDimensionless } from "../formula/unit";
import { costModel } from "./cost-model";

/** With a row of every kind, so that their formulas are checked too. */
const quantities = [...costModel(everyRow).program.quantities.keys()];

const hasDimension = (node: Node) => {
  const unit = unitOf(node);
  return unit !== "any" && !isDimensionless(unit);
};

interface Mutant {
  dropped: string;
  node: Node;
}

/** Every formula that comes of dropping one factor that has a dimension from one product or quotient. */
function mutantsOf(node: Node): Mutant[] {
  if (node.kind !== "apply") return [];
  const { primitive, args } = node;
  const deeper = args.flatMap((arg, i) =>
    mutantsOf(arg).map((mutant) => ({
      ...mutant,
      node: { ...node, args: args.map((other, j) => (i === j ? mutant.node : other)) },
    })),
  );
  const [a, b] = args as [Node, Node];
  const one: Node = { kind: "number", value: 1 };
  if (primitive.name === "multiply") {
    return [
      ...deeper,
      ...(hasDimension(a) ? [{ dropped: "left factor", node: b }] : []),
      ...(hasDimension(b) ? [{ dropped: "right factor", node: a }] : []),
    ];
  }
  if (primitive.name === "divide") {
    return [
      ...deeper,
      ...(hasDimension(a) ? [{ dropped: "numerator", node: { ...node, args: [one, b] } }] : []),
      ...(hasDimension(b) ? [{ dropped: "denominator", node: a }] : []),
    ];
  }
  return deeper;
}

const isAccepted = (quantity: Quantity) => {
  try {
    checkUnits(quantity);
    return true;
  } catch {
    return false;
  }
};

describe("the declarations", () => {
  it("are many, and no two have one key", () => {
    expect(quantities.length).toBeGreaterThan(250);
    expect(new Set(quantities.map(({ key }) => key)).size).toBe(quantities.length);
  });

  it.each(quantities.map((quantity) => [quantity.key, quantity] as const))(
    "%s agrees in its units and has a source",
    (_, quantity) => {
      checkDeclaration(quantity);
    },
  );

  it("no formula survives the loss of a factor that has a dimension", () => {
    let tried = 0;
    const survivors: string[] = [];
    for (const quantity of quantities) {
      for (const mutant of mutantsOf(quantity.is)) {
        tried++;
        if (isAccepted({ ...quantity, is: mutant.node })) survivors.push(`${quantity.key}: ${mutant.dropped}`);
      }
    }
    expect(survivors).toEqual([]);
    expect(tried).toBeGreaterThan(300);
  });
});
