import type { Kernel } from "../kernel";
import type { Primitive, Shape } from "../node";
import { dimensionless } from "../unit";
import { offloadRoutine } from "./catalogue/offload-code";
import { fillOffloads } from "./catalogue/offloads";
import { call, phrase } from "./functions";
import { requireNumber } from "./unit-rules";

const kernel: Kernel = ({ cells, samples, months }, out, [c = 0, items = 0, exponent = 0, f = 0], [step = 0]) => {
  const count = step === 0 ? 1 : months + 1;
  for (let s = 0; s < samples; s++) {
    fillOffloads(
      { cells, from: c + s, fromStep: step, to: out + s, toStep: samples, count },
      {
        items: cells[items + s] as number,
        exponent: cells[exponent + s] as number,
        contributing: cells[f + s] as number,
      },
    );
  }
};

export const catalogueFunctions: readonly Primitive[] = [
  call("catalogueOffload", 4, {
    shape: ([concurrent, ...catalogue]) => {
      if (catalogue.includes("monthly")) throw new Error("a catalogue that changes by month is not foreseen");
      return concurrent as Shape;
    },
    unit: ([, , exponent = "any", contributing = "any"]) => {
      requireNumber(exponent, "the exponent");
      requireNumber(contributing, "the contributing share");
      return dimensionless;
    },
    kernel,
    routine: offloadRoutine,
    print: ([c, items, exponent, f]) =>
      `Σ over i = 1..${items} of w_i × g(${c} × w_i) with w_i ∝ i^−${exponent} and g(c) = (f × c − e^−((1 − f) × c) + e^−c) / c, f = ${f}`,
    precedence: phrase,
    argumentPrecedence: 5,
  }),
];
