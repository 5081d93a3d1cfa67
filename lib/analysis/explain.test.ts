import { describe, expect, it } from "vitest";
import { costModel, wholeProgram } from "@/lib/model/cost-model";
import { evaluateModel } from "@/lib/model/evaluate";
import { defaultInputs, inputList } from "@/lib/model/inputs";
import { noRows } from "@/lib/model/rows/own-rows";
import { complete } from "@/test/figures/complete";
import { type Explained, type ExplainedQuantity, explainer } from "./explain";
import { reaches } from "./sensitivity/dependents";

const { keys, explain } = explainer(complete(), noRows, 1);
const named = (explained: ExplainedQuantity, key: string) =>
  explained.references.find((reference) => reference.kind !== "constant" && reference.key === key);
const near = (got: number | null | undefined, wanted: number) =>
  expect(Math.abs((got ?? Number.NaN) / wanted - 1)).toBeLessThan(1e-12);

describe("an explanation", () => {
  it("says the energy of month 1 in words, symbols and values, as worked by hand", () => {
    const energy = explain("onPremises.energy", 1) as ExplainedQuantity;
    expect(energy.formula).toEqual({
      words: "Electricity used × Electricity × Electricity price level",
      symbols: "onPremises.energyKWh × electricityPrice × electricityLevel",
      values: "5,004.94 kWh/month × 0.146 money/kWh × 1.00247",
    });
    // The defaults ask for 11 servers of 500 W and 3 storage servers of 640 W: 5.5 + 1.92 = 7.42 kW.
    // 7.42 kW × 0.6 × 1.54 × 730 h = 5,004.93840 kWh; × 0.146 × 1.03^(1/12), electricity rising by 3 % a year.
    near(energy.value, 5004.9384 * 0.146 * 1.03 ** (1 / 12));
    expect([energy.unit, energy.source, energy.month]).toEqual(["money/month", "Hamilton 2010", 1]);
    const used = named(energy, "onPremises.energyKWh") as ExplainedQuantity;
    expect(used.formula.values).toBe("7.42 kW × 0.6 × 1.54 × 730 h/month");
    const load = named(used, "onPremises.kW") as ExplainedQuantity;
    expect(load.formula.values).toBe("(11 servers × 500 W + 3 servers × 640 W) / 1,000 W/kW");
    near(load.value, 7.42);
    expect(named(energy, "electricityPrice")).toEqual({
      kind: "input",
      key: "electricityPrice",
      label: "Electricity",
      unit: "money/kWh",
      value: 0.146,
      default: 0.146,
      isChanged: false,
      basis: { kind: "cited", text: "EIA, US commercial, April 2026", source: "EIA", asOf: "2026-04" },
    });
  });

  it("calls nothing of set-up an amount a month", () => {
    const unitsAt = (month: number) => {
      const all = (each: ExplainedQuantity): ExplainedQuantity[] => [
        each,
        ...each.references.flatMap((reference) => (reference.kind === "quantity" ? all(reference) : [])),
      ];
      return all(explain("onPremises.cash.total", month) as ExplainedQuantity).filter((each) => each.month === month);
    };
    expect(unitsAt(0).map(({ unit }) => unit)).not.toContain("money/month");
    expect(unitsAt(0).filter(({ formula }) => formula.values.includes("money/month"))).toEqual([]);
    expect(unitsAt(1)[0]?.unit).toBe("money/month");
  });

  it("names the figures of rows by their rows, and the input where a row leaves one out", () => {
    const register = Array.from({ length: 9 }, (_, i) => ({
      ...{ label: `Rack ${i + 1}`, what: "server" as const, count: i + 1 },
      ...(i > 0 && { ageMonths: 10 + i }),
    }));
    const equipmentLines = [
      {
        ...({ label: "Firewall", category: "hardware", architectures: ["onPremises"], per: "site" } as const),
        ...{ pieces: 2, price: 8200, lifeMonths: 48 },
      },
    ];
    const inputs = complete({ currentArchitecture: "onPremises", currentAgeMonths: 7, sites: 2 });
    const rows = explainer(inputs, { ...noRows, register, equipmentLines }, 1);
    const need = rows.explain("onPremises.equipmentLines.0.need", 1) as ExplainedQuantity;
    expect(need.formula).toEqual({
      words: "⌈Firewall: pieces × Sites that each carry the whole load⌉",
      symbols: "⌈equipmentLines.0.pieces × sites⌉",
      values: "⌈2 pieces/site × 2 sites⌉",
    });
    expect([need.value, need.source]).toEqual([4, "infrastructure.md section 21"]);
    expect(named(need, "equipmentLines.0.pieces")).toMatchObject({ kind: "input", value: 2, unit: "piece/site" });
    const machines = rows.explain("register.server.machines", 1) as ExplainedQuantity;
    // 1 + 2 + ... + 9
    expect(machines.value).toBe(45);
    expect(machines.formula.values).toContain("1 server, of age 7 months; 2 servers, of age 11 months");
    expect(machines.formula.values).toContain("6 servers, of age 15 months; and 3 more rows]");
    expect(named(machines, "currentAgeMonths")).toMatchObject({ value: 7 });
    expect(named(machines, "register.8.count")).toMatchObject({ label: "Rack 9: count", value: 9 });
    expect(named(machines, "register.0.ageMonths")).toBeUndefined();
  });

  it("takes a model's own figures, and says which are changed", () => {
    const own = explainer(complete({ electricityPrice: 0.2 }), noRows, 1).explain(
      "onPremises.energy",
      1,
    ) as ExplainedQuantity;
    near(own.value, 5004.9384 * 0.2 * 1.03 ** (1 / 12));
    expect(named(own, "electricityPrice")).toMatchObject({ value: 0.2, default: 0.146, isChanged: true });
  });

  it("looks at the months that a formula looks at", () => {
    const joins = explain("peerToPeer.joins", 7) as ExplainedQuantity;
    expect(joins.references.flatMap((each) => (each.kind === "quantity" ? [[each.key, each.month]] : []))).toEqual([
      ["peerToPeer.installs", 7],
      ["peerToPeer.alpha", null],
      ["peerToPeer.installs", 6],
    ]);
    expect(joins.formula.symbols).toContain("peerToPeer.installs(t − 1)");
    const present = explain("cloud.netPresentCost", 5) as ExplainedQuantity;
    expect(present.formula.symbols).toBe(
      "Σ (cloud.cash.total / (1 + discountRate)^(t/12)) − cloud.residual / (1 + discountRate)^(T/12)",
    );
    expect(present.formula.values).toMatch(/\^\(60\/12\)$/);
    expect(present.month).toBeNull();
  });

  it("says that a running cost does not fall in month 0", () => {
    expect(explain("onPremises.energy", 0)).toMatchObject({
      value: 0,
      formula: { values: "0: the service runs from month 1 on" },
    });
  });

  it("has an answer for every quantity and month, down to inputs, and the values of the result", () => {
    const result = evaluateModel(complete());
    expect(explain("cloud.cash.total", 17)?.value).toBe(result.architectures.cloud.views.cash.total[17]);
    expect(explain("peerToPeer.total", 17)?.value).toBe(result.architectures.peerToPeer.total);
    const seen = new Set<Explained>();
    const visit = (explained: Explained) => {
      if (seen.has(explained)) return;
      seen.add(explained);
      if (explained.kind !== "quantity") return;
      const { key, formula, source, references } = explained;
      expect(source, key).not.toBe("");
      for (const text of Object.values(formula)) expect(text, key).not.toBe("");
      expect(Object.values(formula).join(), key).not.toMatch(/undefined|NaN|Infinity|null/);
      // Each opened parenthesis is closed.
      for (const text of [formula.words, formula.symbols, formula.values])
        expect([...text].filter((c) => "([".includes(c)).length, key).toBe(
          [...text].filter((c) => ")]".includes(c)).length,
        );
      references.forEach(visit);
    };
    for (const key of keys) for (const month of [0, 1, 60]) visit(explain(key, month) as ExplainedQuantity);
    expect(seen.size).toBeGreaterThan(600);
  });

  it("knows no quantity that is not there, and no month outside the horizon", () => {
    expect(explain("energy", 1)).toBeUndefined();
    expect(explain("onPremises.energy", 61)).toBeUndefined();
    expect(explain("onPremises.energy", -1)).toBeUndefined();
    expect(explain("onPremises.energy", 0.5)).toBeUndefined();
  });

  it("counts the figures of own lines as inputs", () => {
    const line = {
      label: "Licence",
      category: "software",
      architectures: ["cloud"],
      kind: "monthly",
      amount: 250,
    } as const;
    const { explain: explainOwn } = explainer(complete(), { ...noRows, customLines: [line] }, 1);
    const own = explainOwn("cloud.customLines.0", 2) as ExplainedQuantity;
    expect([own.label, own.value, own.source]).toEqual(["Licence", 250, "own line"]);
    expect(named(own, "customLines.0.amount")).toMatchObject({ value: 250, isChanged: true });
    expect(
      reaches("customLines.0.amount", { ...noRows, customLines: [line] }).find(
        ({ architecture }) => architecture === "cloud",
      ),
    ).toMatchObject({
      categories: ["software", "contingency"],
    });
  });
});

describe("what an input reaches", { timeout: 60_000 }, () => {
  it("is, for the power usage effectiveness, the energy of those with servers, and what moving from them costs", () => {
    const reached = Object.fromEntries(
      reaches("pue").map(({ architecture, categories }) => [architecture, categories]),
    );
    expect(reached).toEqual({
      onPremises: ["energy", "contingency"],
      cloud: ["transition", "contingency"],
      hybrid: ["energy", "contingency"],
      peerToPeer: ["transition", "contingency"],
    });
  });

  it("holds everything that changes when the input does", () => {
    const base = evaluateModel(complete());
    for (const declared of inputList) {
      if (declared.format === "choice" || declared.integer) continue;
      const { key } = declared;
      const preset = defaultInputs[key as "pue"];
      const value =
        preset === declared.max
          ? (preset + declared.min) / 2
          : Math.min(declared.max, preset * 1.5 || declared.max / 1000);
      const changed = evaluateModel(complete({ [key]: value }));
      const said = reaches(key);
      for (const [name, result] of Object.entries(changed.architectures)) {
        const before = base.architectures[name as "cloud"];
        const reach = said.find(({ architecture }) => architecture === name);
        for (const [category, line] of Object.entries(result.views.cash.lines)) {
          if (JSON.stringify(line) !== JSON.stringify(before.views.cash.lines[category as "staff"]))
            expect(reach?.categories, `${key}: ${name} ${category}`).toContain(category);
        }
        const { views, quantities, participation, ...results } = result;
        for (const [what, figure] of Object.entries(results)) {
          if (JSON.stringify(figure) !== JSON.stringify(before[what as "total"]))
            expect(reach?.results, `${key}: ${name} ${what}`).toContain(what);
        }
      }
    }
  });

  it("is nothing for a key that no formula refers to, and something for every input", () => {
    expect(reaches("nothing")).toEqual([]);
    // The currency of thought: an input that reaches nothing would be an input for nothing.
    for (const { key } of inputList) expect(reaches(key).length, key).toBeGreaterThan(0);
    expect(wholeProgram(costModel(noRows)).quantities.size).toBe(keys.length);
  });
});
