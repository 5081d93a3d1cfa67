import { describe, expect, it } from "vitest";
import { formula, quantity } from "@/lib/formula/formula";
import type { InputTerm, Node, Quantity } from "@/lib/formula/node";
import { functionByName } from "@/lib/formula/primitives/all";
import { infixes, negate } from "@/lib/formula/primitives/arithmetic";
import { costModel } from "@/lib/model/cost-model";
import { defaultInputs } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { forms } from "./all-forms";
import type { MonthRow, TablePlace, Working, WorkingPlace } from "./form";
import { formulaPrinter } from "./print-formula";
import { conditions } from "./words";

/** The texts are worked out by hand from the grammar of spreadsheets; a row is named by its quantity here, and a month is m. */

const given = (key: string): InputTerm => ({ kind: "given", key, label: key, unit: "1" });
const [a, b, c] = [given("a"), given("b"), given("c")];
const monthly = (key: string) =>
  quantity({ key, label: key, unit: "1", during: "all", is: formula`month() * ${a} / 1` });
const x = monthly("x");

const place = (name: string): WorkingPlace => {
  const row: MonthRow = {
    ...{ cell: `${name}@m`, previous: `${name}@m-1`, setUp: `${name}@0`, month1: `${name}@1` },
    ...{ service: `${name}@1:T`, all: `${name}@0:T`, untilNow: `${name}@0:m`, untilBefore: `${name}@0:m-1` },
  };
  return { ...row, single: name };
};

function printer() {
  const workings: Working[] = [];
  const known = new Map<string, WorkingPlace>();
  const print = formulaPrinter({
    ...{ month: "m", monthsUntilNow: "0:m", horizon: "T", reads: new Map<string, Quantity>() },
    nameOf: ({ key }) => key,
    single: ({ key }) => key,
    row: ({ key }) => place(key),
    working: (key, make) => {
      const at = known.get(key) ?? place(`w${known.size + 1}`);
      if (known.has(key)) return at;
      known.set(key, at);
      const i = workings.push({} as Working) - 1;
      workings[i] = make(at);
      return at;
    },
    table: (_key, make) => {
      const table: TablePlace = { address: (column, row) => `t${column},${row}`, range: (column) => `t${column}` };
      make(table);
      return table;
    },
  });
  return { print, workings };
}

const printed = (node: Node, moment: "single" | "setUp" | "service" = "single") => printer().print(node, moment);

describe("a formula in a spreadsheet", () => {
  it("has a form for every word of the language, and for every word that the model uses", () => {
    const words = [...functionByName.keys(), ...Object.values(infixes).map(({ name }) => name), negate.name];
    const used = costModel(noRows).program.steps.flatMap(({ primitive: { name, word } }) =>
      word === undefined ? [name] : [],
    );
    const hasForm = (name: string) => Object.hasOwn(forms, name) || Object.hasOwn(conditions, name);
    expect(words.length).toBeGreaterThan(35);
    expect([...new Set([...words, ...used])].filter((name) => !hasForm(name))).toEqual([]);
    expect(Object.keys({ ...forms, ...conditions }).filter((name) => !words.includes(name))).toEqual([]);
  });

  it.each([
    [formula`${a} - (${b} - ${c})`, "a-(b-c)"],
    [formula`${a} / (${b} * ${c})`, "a/(b*c)"],
    [formula`(${a} + ${b}) * ${c}`, "(a+b)*c"],
    // A sign binds tighter than a power there, and powers group from the left.
    [formula`-(${a} ^ 2)`, "-(a^2)"],
    [formula`(-${a}) ^ 2`, "(-a)^2"],
    [formula`${a} ^ 2 ^ 3`, "IF((2^3)=0,1,a^(2^3))"],
    [formula`${a} ^ ${b}`, "IF(b=0,1,a^b)"],
    [formula`${a} <= ${b}`, "IF(a<=b,1,0)"],
    [
      formula`when(${a} <= 0 or not(${b}), 1, ${c} and ${a} > 1, 2, 3)`,
      "IF(OR(a<=0,NOT(b<>0)),1,IF(AND(c<>0,a>1),2,3))",
    ],
    [formula`max(${a}, ${b} + 1) * 8e6`, "MAX(a,b+1)*8000000"],
    [formula`either(${a}, ${b})`, "a+b-a*b"],
    [formula`either(${a}, ${b}, ${c})`, "(a+b-a*b)+c-(a+b-a*b)*c"],
    [formula`ceil(${a})`, "-INT(0.000000001*MAX(1,ABS(a))-a)"],
    [formula`log10(${a}) + ln(${b}) + exp(${c})`, "LOG10(a)+LN(b)+EXP(c)"],
    [formula`tiers(${a}, 10, 3, 20, 2, 1)`, "MAX(0,MIN(a,10)-0)*3+MAX(0,MIN(a,20)-10)*2+MAX(0,a-20)*1"],
  ])("prints as it is read there: %#", (node, text) => {
    expect(printed(node)).toBe(text);
  });

  it.each([
    [formula`${x} + month()`, "service", "x@m+m"],
    [formula`previous(${x})`, "service", "x@m-1"],
    [formula`previous(${x})`, "setUp", "0"],
    [formula`running(${x})`, "setUp", "0"],
    [formula`once(0, ${a})`, "service", "IF(m=0,a,0)"],
    [formula`first(${x})`, "single", "x@1"],
    [formula`last(${x})`, "single", "INDEX(x@0:T,1,T+1)"],
    [formula`sum(${x})`, "single", "SUM(x@0:T)"],
    [formula`sum(${a} + ${b})`, "single", "((a+b)*(T+1))"],
    [formula`largest(${x}) - least(${x})`, "single", "MAX(x@1:T)-MIN(x@1:T)"],
  ] as const)("reads its months: %#", (node, moment, text) => {
    expect(printed(node, moment)).toBe(text);
  });

  it("gives what is folded over months a row of its own", () => {
    const { print, workings } = printer();
    expect(print(formula`sum(${x} * 2)`, "single")).toBe("SUM(w1@0:T)");
    expect(workings.map(({ monthly }) => monthly)).toEqual([{ setUp: "x@m*2", service: "x@m*2" }]);
  });

  it("buys in cohorts by rows that look at months before only", () => {
    const { print, workings } = printer();
    const rate: InputTerm = { ...given("g"), unit: "1/year" };
    const month = (key: string): InputTerm => ({ ...given(key), unit: "month" });
    const node = formula`stockCash(${x}, ${month("life")}, ${a}, ${month("age")}, ${b}, ${rate})`;
    expect(print(node, "setUp")).toBe("w4@1");
    expect(print(node, "service")).toBe("IF(m=1,0,w4@m)");
    expect(workings.map(({ label, monthly }) => [label, monthly?.setUp, monthly?.service])).toEqual([
      ["In service", "a", "MAX(x@m,w1@m-1-w2@m)"],
      ["Retired", "0", "IF(m>life,INDEX(w3@0:m-1,1,m-life+1),0)+IF(m=(1-MIN(age,life-1))+life,a,0)"],
      ["Bought", "0", "w1@m-(w1@m-1-w2@m)"],
      ["Paid for what enters service", "0", "w3@m*(b*(1+g)^(IF(m=1,0,m)/12))"],
    ]);
  });

  it("has a name of its own for every input that is no cell and no number to a spreadsheet", () => {
    const names = Object.keys(defaultInputs);
    const isCell = (name: string) => /^[a-z]{1,3}\d+$/i.test(name) || /^(r|c|r\d+c\d+|true|false)$/i.test(name);
    expect(names.filter((name) => isCell(name) || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });
});
