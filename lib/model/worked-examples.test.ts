import { describe, expect, it } from "vitest";
import { complete } from "@/test/complete";
import { evaluateModel } from "./evaluate";
import { defaultInputs, inputList } from "./inputs";
import { keepsOrder, orderRules } from "./rules";
import { templateOf, templates } from "./templates";
import { workedExampleOf, workedExamples } from "./worked-examples";

/** As printed: copied from the sources, beside what lib/model/oracles says. */
const inPrint: Record<string, number[]> = {
  "print-hamilton-2010": [2_293_108.02, 763_671.71, 474_208, 3_530_987.73],
  "print-barroso-2009": [298.81],
  "print-storj-repair-1": [0.87],
  "print-storj-repair-2": [0.31],
  "print-storj-repair-3": [0.6],
  "print-storj-repair-4": [0.24],
  "print-backblaze-durability": [7.354e-12],
};

describe("worked examples", () => {
  it("are those in print, each with its source, and can be started from", () => {
    expect(Object.fromEntries(workedExamples.map(({ key, figures }) => [key, figures.map((f) => f.printed)]))).toEqual(
      inPrint,
    );
    const keys = [...templates, ...workedExamples].map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    for (const example of workedExamples) {
      expect(example.sources).toMatch(/Hamilton|Barroso|Storj|Backblaze/);
      expect(templateOf(example.key)).toBe(example);
      expect(workedExampleOf(example.key)).toBe(example);
    }
    expect(workedExampleOf(null)).toBeUndefined();
    expect(workedExampleOf("game-patches")).toBeUndefined();
  });

  it.each(workedExamples.map((example) => [example.key, example] as const))(
    "%s: the figure comes out",
    (_, example) => {
      const result = evaluateModel(complete(example.inputs));
      expect(example.figures.length).toBeGreaterThan(0);
      for (const { label, printed, tolerance, of } of example.figures) {
        const got = of(result);
        expect(Math.abs(got - printed), `${label}: ${got} where ${printed} is printed`).toBeLessThanOrEqual(tolerance);
        // The figure is the model's: the defaults give another.
        expect(Math.abs(of(evaluateModel(complete())) - printed), label).toBeGreaterThan(tolerance);
      }
    },
  );

  it("state inputs of the model within their bounds", () => {
    for (const { key, inputs } of workedExamples) {
      for (const [name, value] of Object.entries(inputs)) {
        const declared = inputList.find((each) => each.key === name);
        expect(declared, `${key} ${name}`).toBeDefined();
        if (declared === undefined || declared.format === "choice") continue;
        expect(value, `${key} ${name}`).toBeGreaterThanOrEqual(declared.min);
        expect(value, `${key} ${name}`).toBeLessThanOrEqual(declared.max);
      }
      expect(orderRules.every((rule) => keepsOrder(rule, { ...defaultInputs, ...inputs }))).toBe(true);
    }
  });
});
