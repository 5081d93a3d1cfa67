import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { complete } from "@/test/figures/complete";
import { eachNumber, eachValue, insist, insistEqual, moneyInputs } from "@/test/figures/model-figures";
import { someInputs, someLines } from "@/test/figures/random-figures";
import { architectures, categories, views } from "./architectures";
import type { CustomLine } from "./custom-lines";
import { tryEvaluate } from "./evaluate";
import { defaultInputs, type InputKey, type Inputs, inputList } from "./inputs";
import { refusalWords } from "./refusal";
import type { ArchitectureResult, ModelResult } from "./result";
import { noRows } from "./rows/own-rows";

/** Section 12 of model.md: what holds for every input. Counter-examples shrink to the few inputs that matter. */

/** Evaluates, or passes the case over where a figure is refused as too large: that it is refused in words is tested by extremes.test.ts. */
function evaluated(inputs: Partial<Inputs>, customLines: readonly CustomLine[] = []): ModelResult {
  const outcome = tryEvaluate(complete(inputs), { ...noRows, customLines });
  if (outcome.ok) return outcome.result;
  fc.pre(false);
  throw new Error("fc.pre passes the case over");
}

const sum = (series: readonly number[]) => series.reduce((total, x) => total + x, 0);
const near = (a: number, b: number, scale = Math.max(Math.abs(a), Math.abs(b))) =>
  Math.abs(a - b) <= 1e-9 * scale + 1e-9;
const largest = (series: readonly number[]) => series.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

function insistNear(a: number, b: number, scale?: number): void {
  insist(near(a, b, scale), () => `${a} and ${b}`);
}

function expectSame(a: ModelResult, b: ModelResult): void {
  eachValue(a.architectures, b.architectures, (value, other, path) => {
    if (typeof value !== "number") return;
    insist(typeof other === "number" && near(value, other), () => `${path()}: ${value} and ${other}`);
  });
}

function check<T>(property: fc.IProperty<T>, numRuns = 200): void {
  fc.assert(property, { numRuns });
}
const patience = 180_000;

const growths = inputList.filter(
  ({ group, key }) => (group === "escalation" && key !== "bandwidthDiscountPerTenfold") || key.endsWith("Growth"),
);
const steady = Object.fromEntries(growths.map(({ key }) => [key, 0])) as Partial<Inputs>;
describe("for every input", { timeout: patience }, () => {
  it("no figure is NaN, infinite or -0, or a sentence says which is too large", () => {
    check(
      fc.property(someInputs, someLines, (inputs, lines) => {
        const outcome = tryEvaluate(complete(inputs), { ...noRows, customLines: lines });
        if (!outcome.ok) {
          expect(refusalWords(outcome)).toMatch(/too large to mean anything\. /);
          return;
        }
        eachNumber(outcome.result, (value, path) => {
          insist(Number.isFinite(value) && !Object.is(value, -0), () => `${path()} is ${value}`);
        });
      }),
      600,
    );
  });

  it("categories sum to the total, in each view", () => {
    check(
      fc.property(someInputs, someLines, (inputs, lines) => {
        const { architectures: results, months } = evaluated(inputs, lines);
        for (const name of architectures) {
          for (const view of views) {
            const { lines: parts, total } = results[name].views[view];
            for (const month of months) {
              const amounts = categories.map((category) => parts[category][month] as number);
              insistNear(sum(amounts), total[month] as number, largest(amounts));
            }
          }
          insistNear(sum(results[name].views.cash.total), results[name].total, largest(results[name].views.cash.total));
        }
      }),
    );
  });

  it("doubling every money input doubles every cost", () => {
    const costs = (result: ArchitectureResult) => [
      ...views.flatMap((view) => categories.map((category) => result.views[view].lines[category])),
      ...views.map((view) => result.views[view].total),
      [result.total, result.residual, result.netPresentCost, result.levelisedMonthly],
      result.participantCost,
      result.participantPaid,
      result.outage,
      result.expectedLoss,
    ];
    check(
      fc.property(someInputs, someLines, (inputs, lines) => {
        const doubled = Object.fromEntries(
          moneyInputs.map(({ key }) => [key, 2 * ({ ...defaultInputs, ...inputs }[key as InputKey] as number)]),
        );
        const once = evaluated(inputs, lines);
        const twice = evaluated(
          { ...inputs, ...doubled },
          lines.map((line) => ({ ...line, amount: 2 * line.amount })),
        );
        for (const name of architectures) {
          const [a, b] = [costs(once.architectures[name]), costs(twice.architectures[name])];
          for (const [i, series] of a.entries()) {
            const scale = largest(series) * 2;
            for (const [t, amount] of series.entries()) insistNear(2 * amount, b[i]?.[t] as number, scale);
          }
        }
      }),
    );
  });

  it("no total, no sum of a view and no net present cost falls when a price rises", () => {
    check(
      fc.property(
        someInputs,
        fc.constantFrom(...moneyInputs),
        fc.double({ min: 1e-6, max: 1, noNaN: true }),
        (given, price, rise) => {
          // The two exceptions that section 12 names are set aside.
          const inputs = {
            ...given,
            resaleShare: 0,
            ...((given.hardwarePriceChange ?? 0) > 0 ? { networkShare: 0 } : {}),
          };
          const key = price.key as InputKey;
          const before = { ...defaultInputs, ...inputs }[key] as number;
          const [low, high] = [evaluated(inputs), evaluated({ ...inputs, [key]: before + rise * Math.max(1, before) })];
          for (const name of architectures) {
            const [a, b] = [low.architectures[name], high.architectures[name]];
            const scale = largest(a.views.cash.total) * a.views.cash.total.length;
            const figures = (result: ArchitectureResult) => [
              result.total,
              result.netPresentCost,
              ...views.map((view) => sum(result.views[view].total)),
            ];
            const after = figures(b);
            for (const [i, figure] of figures(a).entries())
              insist((after[i] as number) - figure >= -1e-9 * scale, () => `${name}: ${figure} falls to ${after[i]}`);
          }
        },
      ),
    );
  });

  it("without demand no server is bought for it", () => {
    check(
      fc.property(someInputs, (given) => {
        const inputs = { ...given, users: 0, storedTB: 0, egressTB: 0, coreHours: 0 };
        const { onPremises } = evaluated(inputs).architectures;
        expect(onPremises.quantities.servers).toEqual(onPremises.views.cash.total.map(() => 0));
        expect(onPremises.quantities.storageServers).toEqual(onPremises.views.cash.total.map(() => 0));
        expect(onPremises.views.cash.lines.hardware.every((amount) => amount === 0)).toBe(true);
      }),
      200,
    );
  });

  it("a power usage effectiveness of 1 leaves no overhead", () => {
    check(
      fc.property(someInputs, (given) => {
        const inputs = { ...defaultInputs, ...given, pue: 1 };
        const { energyKWh, quantities } = evaluated(inputs).architectures.onPremises;
        const { servers, storageServers } = quantities as Record<string, number[]>;
        for (let t = 1; t < energyKWh.length; t++) {
          // What the machines draw, by hand: watts × average load × hours, and nothing on top.
          const watts =
            (servers?.[t] as number) * inputs.serverPeakWatts +
            (storageServers?.[t] as number) * inputs.storageServerPeakWatts;
          insistNear(energyKWh[t] as number, (watts / 1000) * inputs.serverLoadFactor * inputs.hoursPerMonth);
        }
      }),
      200,
    );
  });

  it("financed turns into straight line as the cost of money goes to nothing", () => {
    check(
      fc.property(someInputs, someLines, fc.constantFrom(0, 1e-12), (inputs, lines, costOfMoney) => {
        const { architectures: results } = evaluated({ ...inputs, costOfMoney }, lines);
        for (const name of architectures) {
          const { financed, straightLine } = results[name].views;
          for (const [t, amount] of financed.total.entries())
            insistNear(amount, straightLine.total[t] as number, largest(straightLine.total));
        }
      }),
      200,
    );
  });

  it("over full lives straight line sums to the purchases", () => {
    check(
      fc.property(someInputs, fc.constantFrom(6, 10, 12, 15, 20, 30, 60), (given, life) => {
        // Steady demand buys in month 1 and at the end of each life; 60 months end with one.
        const lives = {
          serverLifeMonths: life,
          storageServerLifeMonths: life,
          networkLifeMonths: life,
          ownFacilityLifeMonths: Math.max(12, life),
        };
        fc.pre(60 % lives.ownFacilityLifeMonths === 0);
        const inputs = {
          ...given,
          ...steady,
          ...lives,
          hardwarePriceChange: given.hardwarePriceChange ?? 0,
          horizonMonths: 60,
          developmentLifeMonths: 60,
          currentArchitecture: "none",
        };
        const { architectures: results } = evaluated(inputs);
        for (const name of architectures) {
          const { cash, straightLine } = results[name].views;
          insistNear(sum(cash.total), sum(straightLine.total), sum(cash.total.map(Math.abs)));
        }
      }),
      200,
    );
  });

  it("without escalation, growth, standing fleet and own lines each month of running cost equals the next", () => {
    check(
      fc.property(someInputs, (given) => {
        // Maintenance, which begins when the warranty ends, is set aside; so is capital, by looking at what is none.
        const inputs = {
          ...given,
          ...steady,
          currentArchitecture: "none",
          maintenanceRate: 0,
          contingencyShare: 0,
          ownFacilityKW: 0,
        };
        const { architectures: results } = evaluated(inputs);
        for (const name of architectures) {
          for (const category of categories.filter(
            (category) => category !== "hardware" && category !== "development",
          )) {
            const series = results[name].views.cash.lines[category];
            for (let t = 2; t < series.length; t++) insistNear(series[t] as number, series[1] as number);
          }
        }
      }),
      300,
    );
  });

  it("the order of the inputs changes nothing", () => {
    check(
      fc.property(someInputs, someLines, (inputs, lines) => {
        const reversed = Object.fromEntries(Object.entries(inputs).reverse());
        insistEqual(evaluated(reversed, lines), evaluated(inputs, lines));
      }),
      100,
    );
  });

  it("scaling all demand equals scaling each of the four, but for the volume discount", () => {
    check(
      fc.property(someInputs, fc.constantFrom(0, 0.25, 2, 8, 1024), (given, scale) => {
        // Powers of two scale without rounding, so that no ceiling falls on the other side.
        const inputs = { ...defaultInputs, ...given, bandwidthDiscountPerTenfold: 0, demandScale: 1 };
        const { users, storedTB, egressTB, coreHours } = inputs;
        const each = {
          users: users * scale,
          storedTB: storedTB * scale,
          egressTB: egressTB * scale,
          coreHours: coreHours * scale,
        };
        expectSame(evaluated({ ...inputs, demandScale: scale }), evaluated({ ...inputs, ...each }));
      }),
      200,
    );
  });
});
