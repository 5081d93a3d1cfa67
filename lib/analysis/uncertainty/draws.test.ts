import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { replicateSize } from "@/lib/math/hypercube";
import oracle from "@/lib/math/oracles/draws.json";
import { architectures } from "@/lib/model/architectures";
import { defaultInputs, type InputKey } from "@/lib/model/inputs";
import { driverKeys } from "@/lib/model/ranges/drivers";
import { uncertaintyRequest } from "@/test/figures/uncertainty-request";
import { finish } from "../steps";
import { drawsOf, passingDraws, plainDraws, pulled } from "./draws";
import { type DrawnFigure, type Plan, planOf, valuesOf } from "./plan";
import { keptOf, meanEstimate, shareOf } from "./sample";
import { simulate } from "./simulate";

const noDrivers = Object.fromEntries(driverKeys.map((key) => [key, "none"]));
const figureOf = (plan: Plan, key: string) => plan.drawn.find((figure) => figure.key === key) as DrawnFigure;

describe("draws", () => {
  // draws.json: worked by an independent evaluation of the text, in another language.
  it.each([
    ["with drivers", oracle.trials.withDriver, {}],
    ["without", oracle.trials.withoutDriver, noDrivers],
  ])("%s are those of an independent evaluation", (_, wanted, drivers) => {
    const plan = planOf(uncertaintyRequest({ drivers }));
    for (const [key, { u, z, value }] of Object.entries(wanted)) {
      const figure = figureOf(plan, key);
      const draws = plan.draws(figure, 0);
      const got = { u: draws.u, z: draws.z, value: valuesOf(figure, draws) };
      for (const [name, figures] of Object.entries({ u, z, value })) {
        for (const [i, x] of figures.entries())
          expect(Math.abs((got[name as "u"][i] as number) - x)).toBeLessThanOrEqual(
            oracle.relativeTolerance * Math.abs(x),
          );
      }
    }
  });

  it("have the same digits in machine code, with a driver and without", () => {
    const driver = plainDraws(7, "driver:x", 2);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        fc.string(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(1 as const, -1 as const),
        (seed, name, correlation, sign) => {
          const own = plainDraws(seed, name, 3);
          expect(drawsOf(seed, name, 3)).toEqual(own);
          const pull = { driver, correlation, sign };
          const { u, z } = passingDraws(seed, name, 3, pull);
          expect({ u, z }).toEqual(pulled(own, pull));
        },
      ),
      { numRuns: 50 },
    );
  });

  it("keep their margin whatever the driver", () => {
    const own = drawsOf(1, "users", 0);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 99 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        (seed, correlation, rises) => {
          const got = pulled(own, { driver: drawsOf(seed, "driver:x", 0), correlation, sign: rises ? 1 : -1 });
          const bytes = (x: Float64Array) => Buffer.from(x.slice().sort().buffer);
          expect(bytes(got.u).equals(bytes(own.u)) && bytes(got.z).equals(bytes(own.z))).toBe(true);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("rise with their driver, or fall", () => {
    const driver = drawsOf(1, "driver:x", 0);
    const own = drawsOf(1, "users", 0);
    // The text: a member and its driver correlate by 0.9; within three standard errors, 3 × (1 − 0.9²)/√1000.
    for (const sign of [1, -1] as const)
      expect(
        Math.abs(correlate(pulled(own, { driver, correlation: 0.9, sign }).z, driver.z) - sign * 0.9),
      ).toBeLessThan(0.02);
  });

  it("are remembered from one request to the next of the same seed and drivers, and of no other", () => {
    const zOf = (stated: Parameters<typeof uncertaintyRequest>[0]) => {
      const plan = planOf(uncertaintyRequest(stated));
      const figure = plan.drawn.find(({ driver }) => driver?.key === "pay") ?? expect.fail("nothing moves with pay");
      return plan.draws(figure, 0).z;
    };
    const before = zOf({});
    expect(zOf({ inputs: { users: 77 } })).toBe(before);
    const others: Parameters<typeof uncertaintyRequest>[0][] = [{ seed: 2 }, { drivers: { pay: "none" } }];
    for (const other of others) {
      expect(zOf(other)).not.toEqual(before);
      expect(zOf({})).toEqual(before);
    }
  });

  it("of all other figures stay, byte by byte, when one range or what is known of one changes", () => {
    const before = planOf(uncertaintyRequest({}));
    const keys = before.drawn.map(({ key }) => key);
    // Of a replicate whose draws are not remembered.
    const bytes = (plan: Plan, figure: DrawnFigure) => Buffer.from(plan.draws(figure, 9).z.slice().buffer);
    const known = new Map(before.drawn.map((figure) => [figure.key, bytes(before, figure)]));
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.boolean(), (changed, isCertain) => {
        const value = defaultInputs[changed as InputKey] as number;
        const after = planOf(
          uncertaintyRequest(
            isCertain
              ? { evidence: { [changed]: "certain" } }
              : { ranges: { [changed]: { kind: "range", low: value, high: value * 1.01 } } },
          ),
        );
        for (const figure of after.drawn) {
          if (figure.key === changed) continue;
          expect(bytes(after, figure).equals(known.get(figure.key) as Buffer), figure.key).toBe(true);
        }
      }),
      { numRuns: 5 },
    );
  });
});

function correlate(a: Float64Array, b: Float64Array): number {
  const product = (x: Float64Array, y: Float64Array) => x.reduce((sum, each, i) => sum + each * (y[i] as number), 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

describe("trials", { timeout: 120_000 }, () => {
  const run = (trials: number, seed: number, block = 10) => {
    const request = uncertaintyRequest({ trials, seed, inputs: { horizonMonths: 12 } });
    return finish(simulate(request, 0, trials / 1000, { block, whole: trials }));
  };

  it("begin with those of a shorter run, whatever the block", () => {
    const [short, long] = [run(1000, 5), run(2000, 5, 400)];
    expect([short.kept, long.kept]).toEqual([1000, 2000]);
    for (const a of architectures) {
      const [few, many] = [short.architectures[a], long.architectures[a]];
      const isSame = (x: Float64Array, y: Float64Array) => y.every((value, i) => Object.is(value, x[i]));
      expect(isSame(many.netPresentCost, few.netPresentCost)).toBe(true);
      expect(isSame(many.cumulative[12] as Float64Array, few.cumulative[12] as Float64Array)).toBe(true);
    }
  });

  it("differ in nothing from those of the same model, and in most from those of another seed", () => {
    const [one, same, other] = [run(1000, 5), run(1000, 5, 1000), run(1000, 6)];
    for (const a of architectures) {
      const costs = one.architectures[a].netPresentCost;
      const apart = (run: typeof one) =>
        costs.filter((x, i) => x - (run.architectures[a].netPresentCost[i] as number) !== 0);
      expect(apart(same).length).toBe(0);
      expect(apart(other).length).toBeGreaterThan(990);
    }
  });
});

describe("standard errors", () => {
  const everyTrial = (replicates: number) =>
    keptOf(
      Uint32Array.from({ length: replicates * replicateSize }, (_, i) => i),
      replicates * replicateSize,
    );

  it("come from the spread between ten replicates or more", () => {
    // By hand: replicate r is r throughout, r = 0..9; their standard deviation is √(82.5/9), over √10.
    const values = Float64Array.from({ length: 10 * replicateSize }, (_, i) => Math.floor(i / replicateSize));
    const estimate = meanEstimate(everyTrial(10), values);
    expect(estimate.value).toBe(4.5);
    expect(estimate.standardError).toBeCloseTo(Math.sqrt(82.5 / 9 / 10), 12);
  });

  it("are the plain ones where there are fewer", () => {
    // By hand: half of 2,000.
    const { share, standardError } = shareOf(everyTrial(2), (i) => i % 2 === 0);
    expect(share).toBe(0.5);
    expect(standardError).toBeCloseTo(Math.sqrt(0.25 / 2000), 12);
  });
});
