import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { everyRow } from "@/test/every-row";
import { evaluate } from "../formula/evaluate";
import type { InputTerm } from "../formula/node";
import { costModel } from "./cost-model";
import { figureOf } from "./evaluate";
import { defaultInputs, type Inputs, inputList } from "./inputs";
import { keepsOrder, orderRules } from "./rules";

const months = 30;
const { program } = costModel(everyRow);

/** A figure as formulas take it. */
const given = (term: InputTerm, inputs: Inputs) => figureOf(inputs, everyRow)(term) as number;

/** Any input within its bounds; large ones near their defaults, so that nothing is too large to count. */
const anyInputs = fc
  .record(
    Object.fromEntries(
      inputList
        .filter(({ key }) => key !== "horizonMonths" && key !== "demandScale")
        .map((declared): [string, fc.Arbitrary<number | string>] => {
          if (declared.format === "choice") return [declared.key, fc.constantFrom(...declared.choices)];
          const max = Math.min(declared.max, Math.max(declared.default * 3, declared.min, 1));
          return [
            declared.key,
            declared.integer
              ? fc.integer({ min: declared.min, max: Math.floor(max) })
              : fc.double({ min: declared.min, max, noNaN: true }),
          ];
        }),
    ),
    { requiredKeys: [] },
  )
  .map((given) => ({ ...defaultInputs, ...given, horizonMonths: months }) as Inputs)
  .filter((inputs) => orderRules.every((rule) => keepsOrder(rule, inputs)));

describe("many samples at once", { timeout: 60_000 }, () => {
  it("have the digits that each has by itself, in every quantity and month", () => {
    fc.assert(
      fc.property(fc.array(anyInputs, { minLength: 2, maxLength: 5 }), (samples) => {
        const together = evaluate(
          program,
          (term) => Float64Array.from(samples, (inputs) => given(term, inputs)),
          months,
          samples.length,
        );
        for (const [place, inputs] of samples.entries()) {
          const alone = evaluate(program, (term) => given(term, inputs), months);
          for (const quantity of program.quantities.keys()) {
            const single = alone.values(quantity);
            const all = together.values(quantity);
            expect(all.length).toBe(single.length * samples.length);
            for (let t = 0; t < single.length; t++) {
              const value = all[t * samples.length + place];
              if (!Object.is(value, single[t]))
                expect.fail(`${quantity.key} in month ${t}: ${value} among others, ${single[t]} alone`);
            }
          }
        }
      }),
      { numRuns: 25 },
    );
  });

  it("differ where their inputs differ", () => {
    const energy = [...program.quantities.keys()].find(({ key }) => key === "onPremises.energy");
    const together = evaluate(
      program,
      (term) =>
        Float64Array.of(
          given(term, { ...defaultInputs, horizonMonths: months }),
          given(term, {
            ...defaultInputs,
            horizonMonths: months,
            electricityPrice: 2 * defaultInputs.electricityPrice,
          }),
        ),
      months,
      2,
    );
    const values = together.values(energy as never);
    expect(values[3]).toBe(2 * (values[2] as number));
    expect(values[2]).toBeGreaterThan(0);
  });
});
