import { describe, expect, it } from "vitest";
import { checkUnits } from "../check";
import { compile } from "../compile";
import { evaluate } from "../evaluate";
import { applied, constant, formula, quantity } from "../formula";
import type { Node } from "../node";
import { print } from "../print";

const months = (value: number) => constant(`${value}`, value, "month");
const money = (value: number) => constant(`${value}`, value, "money");
/** 100 that is 3 months old, and 50 whose life of 10 months was over long ago. */
const rows = [money(100), months(3), money(50), months(25)];
const life = months(10);

function worth(is: Node): number[] {
  const asked = quantity({ key: "q", label: "Q", unit: "money", source: "here", during: "all", is });
  checkUnits(asked);
  return [...evaluate(compile([asked]), () => Number.NaN, 12).values(asked)];
}
const shown = (node: Node) =>
  print(node, { number: String, term: ({ label }) => label, month: () => "t", hasValues: true });

describe("rows that stand", () => {
  it("are in service for what is left of their life, and at least through month 1", () => {
    // Of age 3 it entered in month -2 and serves to month 7; the other entered in month 1 - 9 = -8 and serves to month 1.
    expect(worth(applied("rowsInService", [life, ...rows]))).toEqual([
      150, 150, 100, 100, 100, 100, 100, 100, 0, 0, 0, 0, 0,
    ]);
  });

  it("count as old from so many months of service on, while they are there", () => {
    expect(worth(applied("rowsOlderThan", [life, months(5), ...rows]))).toEqual([
      ...[0, 50, 0, 100, 100, 100, 100, 100, 0, 0, 0, 0, 0],
    ]);
  });

  it("lose a part of their worth in each month of service", () => {
    // In month 4 the first is in its 7th month of 10.
    expect(worth(applied("rowsBookValue", [life, months(4), ...rows]))).toEqual([expect.closeTo(30, 12)]);
    expect(worth(applied("rowsBookValue", [life, months(0), ...rows]))).toEqual([expect.closeTo(70 + 5, 12)]);
  });

  it("are printed, the first of many", () => {
    expect(shown(applied("rowsInService", [life, ...rows]))).toBe(
      "rows in service [life 10; 100, of age 3; 50, of age 25]",
    );
    const many = Array.from({ length: 8 }, () => [money(1), months(2)]).flat();
    expect(shown(applied("rowsOlderThan", [life, months(5), ...many]))).toBe(
      `rows in service for at least 5 [life 10; ${"1, of age 2; ".repeat(6)}and 2 more rows]`,
    );
  });

  it.each([
    ["an age in money", [life, money(1), money(2)]],
    ["a life in money", [money(1), money(1), months(1)]],
    ["amounts of two kinds", [life, money(1), months(1), months(1), months(1)]],
  ])("do not agree with %s", (_, args) => {
    expect(() => worth(applied("rowsInService", args))).toThrow(/^q: /);
  });
});

describe("rounding down", () => {
  it.each([
    [2.99999, 2],
    [2.999_999_999_5, 3],
    [3, 3],
    [0.7, 0],
    [0, 0],
    [1e6 - 1e-4, 1e6],
    [1e6 - 1e-2, 1e6 - 1],
  ])("of %d forgives dust: %d", (value, whole) => {
    expect(worth(formula`floor(${money(value)})`)).toEqual([whole]);
  });
});
