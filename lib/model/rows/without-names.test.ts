import { expect, it } from "vitest";
import { someRows } from "@/test/figures/some-rows";
import { costModel } from "../cost-model";
import { evaluateModel, tryEvaluate } from "../evaluate";
import { defaultInputs } from "../inputs";
import { withoutNames } from "./without-names";

it("gives the same figures to the last digit, and declares nothing anew for another name", () => {
  const inputs = { ...defaultInputs, currentArchitecture: "onPremises" } as const;
  const renamed = {
    ...someRows,
    register: someRows.register.map((row) => ({ ...row, label: `${row.label}!`, note: "x" })),
  };
  const whole = evaluateModel(inputs, someRows);
  expect(tryEvaluate(inputs, renamed)).toEqual({ ok: true, result: whole });
  expect(costModel(withoutNames(renamed))).toBe(costModel(withoutNames(someRows)));
  expect(someRows.register.length).toBeGreaterThan(0);
});
