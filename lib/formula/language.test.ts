import { describe, expect, it } from "vitest";
import { checkDeclaration, checkUnits } from "./check";
import { compile } from "./compile";
import { DeclarationError } from "./declaration-error";
import { evaluate } from "./evaluate";
import { constant, formula, isWord, quantity } from "./formula";
import type { InputTerm, Node, Quantity } from "./node";
import { print } from "./print";

const input = (key: string, unit = "1", words?: string[]): InputTerm => ({
  kind: "given",
  key,
  label: key,
  unit,
  ...(words ? { words } : {}),
});
const [a, b, c, x] = [input("a"), input("b"), input("c"), input("x", "1/year")];
const declare = (is: Node, unit = "1") => quantity({ key: "q", label: "Q", unit, source: "here", is });

/** The value of a formula in the months 0..3, a = 7, b = 2, c = 3, x = 0.1. */
function worth(is: Node): number[] {
  const asked = { ...declare(is), during: "all" as const };
  const given = (term: InputTerm) => ({ a: 7, b: 2, c: 3, x: 0.1 })[term.key] as number;
  return [...evaluate(compile([asked]), given, 3).values(asked)];
}

const symbols = (node: Node) =>
  print(node, {
    number: String,
    term: (term) => (term.kind === "constant" ? term.label : term.key),
    month: () => "t",
    hasValues: false,
  });

describe("the language of formulas", () => {
  it.each([
    [formula`${a} - ${b} - ${c}`, 2, "a − b − c"],
    [formula`${a} - (${b} - ${c})`, 8, "a − (b − c)"],
    [formula`${a} - (${b} + ${c})`, 2, "a − (b + c)"],
    [formula`${a} / ${b} / ${c}`, 7 / 6, "a / b / c"],
    [formula`${a} / (${b} * ${c})`, 7 / 6, "a / (b × c)"],
    [formula`${a} + ${b} * ${c}`, 13, "a + b × c"],
    [formula`(${a} + ${b}) * ${c}`, 27, "(a + b) × c"],
    // A power groups from the right: 2^(3^2) = 512, not (2^3)^2 = 64.
    [formula`${b} ^ ${c} ^ 2`, 512, "b ^ c ^ 2"],
    [formula`(${b} ^ ${c}) ^ 2`, 64, "(b ^ c) ^ 2"],
    // A power binds tighter than a sign.
    [formula`-${b} ^ 2`, -4, "−b ^ 2"],
    [formula`(-${b}) ^ 2`, 4, "(−b) ^ 2"],
    [formula`-${b} * ${c}`, -6, "−b × c"],
    [formula`${a} - -${b}`, 9, "a − −b"],
    [formula`${a} > ${b} and ${b} > ${c} or ${a} = 7`, 1, "a > b and b > c or a = 7"],
    [formula`${a} > ${b} and (${b} > ${c} or ${a} <= 6)`, 0, "a > b and (b > c or a ≤ 6)"],
    [formula`${a} + 1 >= ${b} * 4`, 1, "a + 1 ≥ b × 4"],
    [formula`max(${a}, ${b} * ${c}, 1e1)`, 10, "max(a; b × c; 10)"],
    [formula`when(${a} < ${b}, ${a}, ${c})`, 3, "(a where a < b; else c)"],
    [formula`ceil(${a} / ${b}) ^ 2`, 16, "⌈a / b⌉ ^ 2"],
    [formula`either(0.5, 0.5) * 2`, 1.5, "(1 − (1 − 0.5) × (1 − 0.5)) × 2"],
    [formula`not(${a} = ${b})`, 1, "not(a = b)"],
  ])("reads, works out and prints %#", (node, value, text) => {
    expect(worth(node)).toEqual([value]);
    expect(symbols(node)).toBe(text);
  });

  it("moves over months", () => {
    expect(worth(formula`month()`)).toEqual([0, 1, 2, 3]);
    expect(worth(formula`previous(month() * ${b})`)).toEqual([0, 0, 2, 4]);
    expect(worth(formula`running(month() + 1)`)).toEqual([0, 2, 3, 4]);
    expect(worth(formula`sum(month())`)).toEqual([6]);
    expect(worth(formula`first(month() + 1) * last(month())`)).toEqual([6]);
    expect(worth(formula`once(2, ${a})`)).toEqual([0, 0, 7, 0]);
    expect(worth(formula`once(4, ${a})`)).toEqual([0, 0, 0, 0]);
    expect(worth(formula`grow(${x}) ^ 12`)[2]).toBeCloseTo(1.21, 12);
    expect(symbols(formula`grow(${x}) ^ ${b}`)).toBe("((1 + x)^(t/12)) ^ b");
  });

  it("knows the words of a choice and no others", () => {
    const fruit = input("fruit", "1", ["apple", "pear"]);
    expect(symbols(isWord(fruit, "pear"))).toBe("fruit is pear");
    expect(() => isWord(fruit, "plum")).toThrow("fruit");
  });

  it.each([
    [() => formula`${a} +`, "ends where a value is due"],
    [() => formula`(${a} + ${b}`, "missing"],
    [() => formula`${a} ${b}`, "after the end"],
    [() => formula`* ${a}`, "where a value is due"],
    [() => formula`tan(${a})`, 'there is no function "tan"'],
    [() => formula`eval(${a})`, 'there is no function "eval"'],
    [() => formula`ln(${a}, ${b})`, "arguments"],
    [() => formula`${a} % ${b}`, "cannot read"],
    [() => formula`price * ${b}`, 'there is no function "price"'],
  ])("refuses what it cannot read %#", (make, message) => {
    expect(make).toThrow(DeclarationError);
    expect(make).toThrow(message);
  });
});

describe("a declaration", () => {
  const metres = input("length", "m");
  const seconds = input("time", "s");
  const hour = constant("seconds in an hour", 3600, "s/h");

  it("is accepted where its units agree, and a conversion is a factor like any other", () => {
    expect(() => checkUnits(declare(formula`${metres} / ${seconds} * ${hour}`, "m/h"))).not.toThrow();
    expect(() => checkUnits(declare(formula`0`, "m/h"))).not.toThrow();
    expect(() => checkUnits(declare(formula`${metres} ^ 2`, "m*m"))).not.toThrow();
  });

  it.each([
    ["a wrong unit", declare(formula`${metres} / ${seconds}`, "m/h")],
    ["a sum of unlike things", declare(formula`${metres} + ${seconds}`, "m")],
    ["a number beside a dimension", declare(formula`${metres} + 1`, "m")],
    ["a comparison of unlike things", declare(formula`when(${metres} > ${seconds}, 1, 0)`)],
    ["a condition with a dimension", declare(formula`when(${metres}, 1, 0)`)],
    ["unlike choices", declare(formula`when(1 > 0, ${metres}, ${seconds})`, "m")],
    ["a dimension in an exponent", declare(formula`2 ^ ${metres}`)],
    ["a power of a dimension that is no literal", declare(formula`${metres} ^ ${a}`, "m")],
    ["a logarithm of a dimension", declare(formula`ln(${metres})`)],
    ["months where years are due", declare(formula`grow(${input("rate", "1/month")})`)],
    ["a unit that is none", declare(formula`${a}`, "m//s")],
  ])("fails with %s, by its name", (_, wrong) => {
    expect(() => checkUnits(wrong)).toThrow(DeclarationError);
    expect(() => checkUnits(wrong)).toThrow(/^q: /);
  });

  it.each([
    ["no source", { ...declare(formula`1`), source: "" }],
    ["no label", { ...declare(formula`1`), label: "" }],
  ])("fails with %s, by its name", (_, wrong) => {
    expect(() => checkDeclaration(wrong)).toThrow(DeclarationError);
    expect(() => checkDeclaration(wrong)).toThrow(/^q: it has no /);
  });

  it("with a function that is none is refused with the formula it stands in", () => {
    expect(() => formula`${a} * tan(${b})`).toThrow('there is no function "tan" in the formula: {a} * tan({b})');
  });

  it("that refers to itself, through others, is refused with the circle's names", () => {
    const first: Quantity = { ...declare(formula`1`), key: "first" };
    const second: Quantity = { ...declare(formula`${first} + 1`), key: "second" };
    const circle = { ...first, is: formula`${second} * 2` };
    Object.assign(first, circle);
    expect(() => compile([first])).toThrow(DeclarationError);
    expect(() => compile([first])).toThrow("first → second → first");
  });
});
