import { describe, expect, it } from "vitest";
import { complete } from "@/test/figures/complete";
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
});

describe("every starting point", () => {
  it.each([...templates, ...workedExamples].map(({ key, inputs, bases }) => [key, inputs, bases] as const))(
    "%s: states inputs of the model within their bounds, each with its basis",
    (_, inputs, bases) => {
      expect(Object.keys(bases)).toEqual(Object.keys(inputs));
      for (const { text } of Object.values(bases)) expect(text.replace("stated assumption:", "").trim()).not.toBe("");
      for (const [name, value] of Object.entries(inputs)) {
        const declared = inputList.find(({ key }) => key === name);
        if (declared?.format === "choice") {
          expect(declared.choices, name).toContain(value);
        } else {
          expect(value, name).toBeGreaterThanOrEqual(declared?.min ?? Number.NaN);
          expect(value, name).toBeLessThanOrEqual(declared?.max ?? Number.NaN);
          expect(declared?.integer && !Number.isInteger(value), name).toBe(false);
        }
      }
      expect(orderRules.every((rule) => keepsOrder(rule, { ...defaultInputs, ...inputs }))).toBe(true);
    },
  );
});
