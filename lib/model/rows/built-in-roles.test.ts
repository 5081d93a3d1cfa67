import { describe, expect, it } from "vitest";
import { complete } from "@/test/figures/complete";
import { architectures } from "../architectures";
import { evaluateModel } from "../evaluate";
import oracle from "../oracles/staff-lines.json";
import { templates } from "../templates";
import { builtInRoles, roleSalaries } from "./built-in-roles";
import { noRows } from "./own-rows";

describe("the built-in roles as lines", () => {
  it("are those of an independent evaluation", () => {
    const salaries = Object.fromEntries(roleSalaries.map((key) => [key, complete()[key]]));
    const { staffLines, inputs } = builtInRoles(complete({ ...oracle.inputs, ...salaries }));
    expect(staffLines).toEqual(oracle.staffLines.slice(0, 8));
    expect(inputs).toEqual({ operationsSalary: 0, supportSalary: 0, engineeringSalary: 0, securitySalary: 0 });
  });

  it.each(templates.map(({ key, inputs }) => [key, inputs] as const))("cost the same: %s", (_, stated) => {
    const inputs = complete(stated);
    const roles = builtInRoles(inputs);
    const before = evaluateModel(inputs);
    const after = evaluateModel({ ...inputs, ...roles.inputs }, { ...noRows, staffLines: roles.staffLines });
    for (const a of architectures) {
      const [one, other] = [before.architectures[a], after.architectures[a]];
      for (const key of ["total", "netPresentCost"] as const)
        expect(Math.abs(one[key] - other[key]), `${a} ${key}`).toBeLessThanOrEqual(1e-9 * one[key]);
    }
  });
});
