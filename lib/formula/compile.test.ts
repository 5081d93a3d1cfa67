import { expect, it } from "vitest";
import { compile } from "./compile";
import { evaluate } from "./evaluate";
import { formula, quantity } from "./formula";
import type { InputTerm, Node, Quantity } from "./node";

const a: InputTerm = { kind: "given", key: "a", label: "a", unit: "1" };
const b: InputTerm = { kind: "given", key: "b", label: "b", unit: "1" };
const declare = (key: string, is: Node): Quantity =>
  quantity({ key, label: key, unit: "1", source: "here", is, during: "all" });
const given = ({ key }: InputTerm) => ({ a: 7, b: 2 })[key] as number;

it("works out once what is written twice, and nothing else once", () => {
  const of = (...is: Node[]) => compile(is.map((node, place) => declare(`q${place}`, node))).steps.length;
  expect(of(formula`${a} * ${b} + ${a} * ${b}`)).toBe(2);
  expect(of(formula`${a} * ${b}`, formula`${a} * ${b}`)).toBe(1);
  expect(of(formula`${a} * ${b} + ${b} * ${a}`)).toBe(3);
  expect(of(formula`max(${a}, ${b}, 1) + max(${a}, ${b}, 2) + max(${a}, ${b}, 1)`)).toBe(4);
  // The negative of the first place and the sum of the first two are no one step.
  expect(of(formula`-${a} + (${a} - ${b})`)).toBe(3);
});

it("goes on from a program as if all had been asked for at once", () => {
  const sum = declare("sum", formula`${a} + ${b} + 1`);
  const more = [declare("twice", formula`${sum} * ${b}`), declare("again", formula`(${a} + ${b} + 1) * ${b}`)];
  const base = compile([sum]);
  const before = structuredClone({ places: base.places, steps: base.steps.map(({ args, out }) => ({ args, out })) });
  const program = compile(more, base);
  expect(program.steps).toHaveLength(compile([sum, ...more]).steps.length);
  expect(program.steps.slice(0, base.steps.length)).toEqual(base.steps);
  const found = evaluate(program, given, 1);
  // (7 + 2 + 1) * 2.
  expect([sum, ...more].map((each) => found.values(each)[0])).toEqual([10, 20, 20]);
  expect({ places: base.places, steps: base.steps.map(({ args, out }) => ({ args, out })) }).toEqual(before);
});
