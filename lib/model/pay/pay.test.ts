import { describe, expect, it } from "vitest";
import { categories, views } from "@/lib/model/architectures";
import type { CustomLine } from "@/lib/model/custom-lines";
import { evaluateModel } from "@/lib/model/evaluate";
import { defaultInputs, type InputKey, input } from "@/lib/model/inputs";
import { complete } from "@/test/figures/complete";
import { noRows } from "../rows/own-rows";
import { costsOf, enteredByPay, mayTellPay, payInputs, pooledCategories, shownCategories } from "./pay";

describe("the inputs of pay", () => {
  // By hand from inputs.csv: the rows of the group staff, and those in FTE or paid by it elsewhere.
  it("are salaries, head counts, what heads follow from, and the growth of pay", () => {
    expect([...payInputs].sort()).toEqual(
      [
        "absenceShare",
        "cloudEngineeringFTE",
        "cloudSecurityFTE",
        "coresPerCloudEngineer",
        "coveredPosts",
        "engineeringSalary",
        "hoursPerWeek",
        "hybridEngineeringFTE",
        "hybridSecurityFTE",
        "minimumOperationsFTE",
        "onPremisesEngineeringFTE",
        "onPremisesSecurityFTE",
        "operationsSalary",
        "peerToPeerEngineeringFTE",
        "peerToPeerSecurityFTE",
        "securitySalary",
        "serversPerEngineer",
        "storedTBPerEngineer",
        "supportSalary",
        "usersPerSupportAgent",
        "wageInflation",
      ].sort(),
    );
  });

  // Today own servers, so that moving costs something; contingency is not 0 by default.
  const base = { currentArchitecture: "onPremises", contingencyShare: 0.1 };
  const linesOf = (given: object) => {
    const { architectures } = evaluateModel(complete({ ...base, ...given }));
    return Object.values(architectures).flatMap((one) => views.map((view) => one.views[view].lines));
  };
  const usual = linesOf({});

  it.each(payInputs)("%s enters staff, moving and contingency and no other", (key: InputKey) => {
    const declared = input[key];
    if (declared.format === "choice") throw new Error("pay is numbers");
    const usualValue = defaultInputs[key] as number;
    const other = Math.min(declared.max, usualValue === 0 ? 3 : declared.integer ? usualValue + 1 : usualValue * 1.5);
    const changed = linesOf({ [key]: other });
    const apart = categories.filter((category) => !enteredByPay.includes(category));
    changed.forEach((lines, place) => {
      for (const category of apart) expect(lines[category], category).toEqual(usual[place]?.[category]);
    });
  });

  it("change what is pooled, so that the test above can fail", () => {
    const changed = linesOf({ operationsSalary: 200_000 });
    for (const category of enteredByPay) {
      expect(
        changed.some((lines, place) => `${lines[category]}` !== `${usual[place]?.[category]}`),
        category,
      ).toBe(true);
    }
  });
});

it("figures that may tell pay are its inputs, and lines, whose keys do not say what they are of", () => {
  const keys = ["operationsSalary", "line:crew", "line:crew/pay", "line:rack/price", "users", "serverPrice"];
  expect(keys.filter(mayTellPay)).toEqual(["operationsSalary", "line:crew", "line:crew/pay", "line:rack/price"]);
});

describe("costs without pay", () => {
  const grant: CustomLine = {
    label: "Grant",
    category: "staff",
    architectures: ["onPremises"],
    kind: "monthly",
    amount: 100,
  };
  const result = evaluateModel(complete({ currentArchitecture: "onPremises", contingencyShare: 0.1 }), {
    ...noRows,
    customLines: [grant],
  });
  const costs = costsOf(result, true);

  it("hold one sum of what pay enters, and the same totals", () => {
    const [own, pooled] = [result.architectures.onPremises.views.cash, costs.architectures.onPremises.views.cash];
    const { staff, software, compliance, coordination, development, transition, contingency } = own.lines;
    const parts = [staff, software, compliance, coordination, development, transition, contingency];
    expect(pooled.lines.staff[7]).toBe(parts.reduce((sum, line) => sum + (line[7] as number), 0));
    for (const category of pooledCategories.slice(1)) {
      expect(
        pooled.lines[category].every((amount) => amount === 0),
        category,
      ).toBe(true);
    }
    expect(enteredByPay.every((category) => pooledCategories.includes(category))).toBe(true);
    expect(pooled.total).toEqual(own.total);
    expect(pooled.lines.energy).toEqual(own.lines.energy);
  });

  it("hold nothing of a result but its costs", () => {
    expect(Object.keys(costs).sort()).toEqual(["architectures", "months", "ranking"]);
    for (const one of Object.values(costs.architectures)) {
      // Who is eligible stands in the answer, which every link shows.
      expect(Object.keys(one).sort()).toEqual(["eligible", "views"]);
    }
  });

  it("are named as one", () => {
    const names = shownCategories(true).map(({ name }) => name);
    expect(names).toContain("Staff and other");
    expect(names).not.toContain("Contingency");
    expect(shownCategories(true)).toHaveLength(categories.length - 6);
    expect(shownCategories(false).map(({ key }) => key)).toEqual([...categories]);
  });
});
