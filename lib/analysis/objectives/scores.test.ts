import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finish } from "@/lib/analysis/steps";
import { insist } from "@/test/figures/model-figures";
import { criteriaWith } from "./criteria";
import { endsFault, proposedEnds, worthOf } from "./ends";
import { exchangeRate, scaled, swingAt, type Weighted } from "./exchange";
import { contributions, dominates, leastFlips, normalised, ranked, scoreOf, type Values } from "./scores";
import { firstShares, inOrder, weightingsFrom } from "./weightings";

const criterion = (key: string) => {
  const found = criteriaWith([]).find((each) => each.key === key);
  if (!found) throw new Error(key);
  return found;
};

describe("ends of what is judged", () => {
  const control = criterion("control");

  it("are proposed as its whole scale, and lie within it", () => {
    expect(proposedEnds(control, [3, 9])).toEqual({ worst: 0, best: 10 });
    expect(endsFault(control, { worst: 3, best: 9 })).toBeNull();
    expect(endsFault(control, { worst: 3, best: 10.5 })).toMatch(/^Levels are judged from 0 to 10/);
    expect(endsFault(control, { worst: -1, best: 9 })).toMatch(/^Levels are judged from 0 to 10/);
    expect(endsFault(criterion("cost"), { worst: 5e6, best: 1e6 })).toBeNull();
    // 6 lies half way from 3 to 9, and 10 is worth no more than 9.
    expect([3, 6, 9, 10, 1].map((level) => worthOf(control, { worst: 3, best: 9 }, level))).toEqual([0, 0.5, 1, 1, 0]);
  });
});

describe("the office location of Goodwin and Wright (Decision Analysis for Management Judgment, 3rd edition, chapter 3)", () => {
  // Rows: Addison Square, Bilton Village, Carlisle Walk, Denver Street, Elton Street, Filton Village, Gorton Square. Columns: closeness to customers,
  // visibility, image, size, comfort, car parking; values of 100.
  const offices = [
    [100, 60, 100, 75, 0, 90],
    [20, 80, 10, 30, 100, 30],
    [80, 70, 0, 0, 10, 100],
    [70, 50, 30, 55, 30, 90],
    [40, 60, 90, 100, 60, 70],
    [0, 0, 70, 0, 80, 0],
    [60, 100, 20, 50, 50, 80],
  ].map((row) => row.map((value) => value / 100));
  // Read in a stored copy of the book's pages 43 to 48: the weights, the first row, and the sums of Addison Square, Carlisle Walk and Gorton Square. The other
  // rows are recalled; those of Elton Street are borne out by the analysis of sensitivity below, which was read.
  // The book's swing weights 100, 80, 70, 30, 20, 10, rounded to whole percent as it does.
  const weights = [0.32, 0.26, 0.23, 0.1, 0.06, 0.03];

  it("has the printed weights and aggregate benefits", () => {
    expect(normalised([100, 80, 70, 30, 20, 10]).map((weight) => Math.round(100 * weight))).toEqual([
      32, 26, 23, 10, 6, 3,
    ]);
    const benefits = offices.map((values) => Number((100 * scoreOf(values, weights)).toFixed(1)));
    expect(benefits).toEqual([80.8, 39.4, 47.4, 52.3, 64.8, 20.9, 60.2]);
    expect(ranked(offices, weights)).toEqual([0, 4, 6, 3, 2, 1, 5]);
  });

  it("has the printed analysis of sensitivity to the weight of turnover", () => {
    // Page 48: turnover is the first three attributes, working conditions the last three, each a value by itself. Elton Street has 81.7 and 60.4 of
    // them, and is first below a weight of 52.1 of turnover; above it, as at the owner's 81, Addison Square is, and no weight puts another first.
    const part = (row: readonly number[], from: number) =>
      scoreOf(row.slice(from, from + 3), normalised([100, 80, 70, 30, 20, 10].slice(from, from + 3)));
    const two = offices.map((row) => [part(row, 0), part(row, 3)]);
    expect(two[4]?.map((value) => Number((100 * value).toFixed(1)))).toEqual([60.4, 81.7]);
    const [flip] = leastFlips(two, [0.81, 0.19]);
    expect(flip?.overtakes).toBe(4);
    expect(Number((100 * (flip?.weight as number)).toFixed(1))).toBe(52.1);
    for (let weight = 0; weight <= 1; weight += 0.05) {
      expect(ranked(two, [weight, 1 - weight])[0], `at ${weight}`).toBe(weight < 0.521 ? 4 : 0);
    }
  });
});

describe("a table worked by hand", () => {
  // Two options, cost and fit. A: 1 and 0. B: 0.4 and 1. At weights 70 and 30: 0.7 and 0.28 + 0.3 = 0.58. They meet where w = 0.4 w + 1 - w, at
  // w = 0.625; so a weight of fit of 0.375.
  const values = [
    [1, 0],
    [0.4, 1],
  ];
  const weights = [0.7, 0.3];

  it("has its scores, what adds to them, and where the first place changes", () => {
    expect(values.map((each) => scoreOf(each, weights))).toEqual([0.7, 0.58]);
    const [costs, fits] = contributions(values[1] as number[], weights);
    expect(costs).toBeCloseTo(0.28, 12);
    expect(fits).toBeCloseTo(0.3, 12);
    const [cost, fit] = leastFlips(values, weights);
    expect(cost?.weight).toBeCloseTo(0.625, 12);
    expect(fit?.weight).toBeCloseTo(0.375, 12);
    expect(cost?.overtakes).toBe(1);
  });

  it("has no flip where one is better in everything", () => {
    expect(
      leastFlips(
        [
          [1, 1],
          [0.5, 0.2],
        ],
        weights,
      ),
    ).toEqual([null, null]);
    expect(dominates([1, 1], [0.5, 1])).toBe(true);
    expect(dominates([1, 1], [1, 1])).toBe(false);
  });

  it("prices a tonne of carbon", () => {
    // By hand: cost from 5 M to 1 M at 100, carbon from 900,000 kg to 100,000 kg at 40: 40 / 800 t over 100 / 4 M is 2,000 a tonne.
    const cost: Weighted = { criterion: criterion("cost"), ends: { worst: 5e6, best: 1e6 }, swing: 100 };
    const carbon: Weighted = { criterion: criterion("carbon"), ends: { worst: 900_000, best: 100_000 }, swing: 40 };
    expect(exchangeRate(carbon, cost)).toBeCloseTo(2000, 9);
    expect(swingAt(430, carbon, cost)).toBeCloseTo(8.6, 9);
    // Downtime from 100 to 1 hours, two tenfolds, at 50: 25 over 25 a million is 1 M for each tenfold.
    const down: Weighted = { criterion: criterion("availability"), ends: { worst: 100, best: 1 }, swing: 50 };
    expect(exchangeRate(down, cost)).toBeCloseTo(1e6, 6);
    expect(exchangeRate(carbon, { ...cost, swing: 0 })).toBeNull();
    expect(scaled([200, 50])).toEqual([100, 25]);
  });

  it("has half of all weightings on each side of the middle", () => {
    // By hand: of two weights that sum to 1, the first is even between 0 and 1: A is first from 0.625 on, so in 37.5 %; 10,000 draws know it to 0.5 %.
    const shares = (keeping: readonly number[] | null) =>
      finish(firstShares(() => ({ values, among: [0, 1] }), { seed: 1, options: 2, criteria: 2, keeping }));
    expect(shares(null)[0]).toBeCloseTo(0.375, 1);
    expect(Math.abs((shares(null)[0] as number) - 0.375)).toBeLessThan(0.015);
    // With cost as the more important its weight is even between 0.5 and 1: 75 %.
    expect(Math.abs((shares([70, 30])[0] as number) - 0.75)).toBeLessThan(0.013);
  });
});

describe("ends", () => {
  it("are proposed a quarter beyond the levels, to two digits", () => {
    // By hand: 4.0 to 8.0 M, a quarter of 4 M beyond: 9.0 and 3.0.
    expect(proposedEnds(criterion("cost"), [4e6, 5e6, 8e6, 6e6])).toEqual({ worst: 9e6, best: 3e6 });
    // 4.213 to 4.257: 0.011 beyond, 4.268 and 4.202, away from the levels to 4.3 and 4.2.
    expect(proposedEnds(criterion("cost"), [4.213e6, 4.257e6])).toEqual({ worst: 4.3e6, best: 4.2e6 });
    expect(proposedEnds(criterion("burden"), [0, 100])).toEqual({ worst: 130, best: 0 });
    // A cent is no spread: 1 beyond it, to two digits.
    expect(proposedEnds(criterion("burden"), [0, 0, 0.0096])).toEqual({ worst: 1.1, best: 0 });
    // 1 to 16 hours: by the fourth root of 16, to 32 and 0.5.
    expect(proposedEnds(criterion("availability"), [1, 4, 16])).toEqual({ worst: 32, best: 0.5 });
    expect(proposedEnds(criterion("durability"), [0, 0])).toBeNull();
    // Without a spread, save for dust, a quarter of the level: 0.125 and 0.075.
    expect(proposedEnds(criterion("growth"), [0.1, 0.1 + 1e-17, 0.1000000000000001])).toEqual({
      worst: 0.13,
      best: 0.075,
    });
    expect(proposedEnds(criterion("fit"), [])).toEqual({ worst: 0, best: 10 });
  });

  it("give values between, clipped", () => {
    const down = criterion("availability");
    expect(worthOf(down, { worst: 100, best: 1 }, 10)).toBeCloseTo(0.5, 12);
    expect(worthOf(down, { worst: 100, best: 1 }, 0)).toBe(1);
    expect(worthOf(down, { worst: 100, best: 1 }, 1000)).toBe(0);
    expect(worthOf(criterion("cost"), { worst: 9, best: 3 }, 4.5)).toBe(0.75);
    expect(worthOf(criterion("growth"), { worst: 2, best: 0.5 }, null)).toBe(0);
  });
});

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const table = fc.integer({ min: 2, max: 8 }).chain((criteria) =>
  fc.record({
    values: fc.array(fc.array(unit, { minLength: criteria, maxLength: criteria }), { minLength: 3, maxLength: 6 }),
    swings: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: criteria, maxLength: criteria }),
  }),
);
const runs = { numRuns: 10_000, seed: 2027 };

describe("every table of values and weights", { timeout: 60_000 }, () => {
  it("ranks the rest alike where one is taken away", () => {
    fc.assert(
      fc.property(table, fc.nat(5), ({ values, swings }, taken) => {
        const weights = normalised(swings);
        const gone = taken % values.length;
        const rest = values.filter((_, a) => a !== gone);
        const names = values.map((_, a) => a).filter((a) => a !== gone);
        expect(ranked(rest, weights).map((place) => names[place])).toEqual(
          ranked(values, weights).filter((a) => a !== gone),
        );
      }),
      runs,
    );
  });

  it("ranks alike where one is added that another beats in everything, and that one is never first", () => {
    fc.assert(
      fc.property(table, fc.nat(5), unit, ({ values, swings }, beaten, share) => {
        const weights = normalised(swings);
        const worse = (values[beaten % values.length] as number[]).map((value) => value * share * 0.999);
        const all: Values = [...values, worse];
        expect(ranked(all, weights).filter((a) => a < values.length)).toEqual(ranked(values, weights));
        expect(ranked(all, weights)[0]).not.toBe(values.length);
      }),
      runs,
    );
  });

  it("has ranks that agree with its scores, which its parts add up to", () => {
    fc.assert(
      fc.property(table, ({ values, swings }) => {
        const weights = normalised(swings);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
        const order = ranked(values, weights);
        for (let i = 1; i < order.length; i++) {
          const [before, after] = [order[i - 1], order[i]].map((a) =>
            scoreOf(values[a as number] as number[], weights),
          );
          insist((before as number) >= (after as number), () => `${before} before ${after}`);
        }
      }),
      runs,
    );
  });

  it("has the least flips where two scores meet, and nobody else first on the way", () => {
    let found = 0;
    fc.assert(
      fc.property(table, ({ values, swings }) => {
        const weights = normalised(swings);
        const [first] = ranked(values, weights);
        for (const [k, flip] of leastFlips(values, weights).entries()) {
          const at = (weight: number) =>
            weights.map((each, j) => (j === k ? weight : (each * (1 - weight)) / (1 - (weights[k] as number))));
          const scores = (weight: number) => values.map((each) => scoreOf(each, at(weight)));
          const leads = (weight: number) => {
            const all = scores(weight);
            return (all[first as number] as number) >= Math.max(...all) - 1e-9;
          };
          const present = weights[k] as number;
          if (present >= 1) continue;
          if (flip === null) {
            for (const weight of [0, 0.25, 0.5, 0.75, 1]) insist(leads(weight), () => `overtaken at ${weight}`);
            continue;
          }
          found++;
          const all = scores(flip.weight);
          const apart = Math.abs((all[flip.overtakes] as number) - (all[first as number] as number));
          insist(apart < 5e-10, () => `the two scores do not meet: ${apart} apart`);
          insist(leads(present + (flip.weight - present) * 0.9), () => "overtaken on the way");
          // As far away on the other side nobody else leads either: it is the least change.
          const mirrored = present - (flip.weight - present) * 0.999;
          insist(!(mirrored >= 0 && mirrored <= 1) || leads(mirrored), () => "overtaken on the other side");
        }
      }),
      runs,
    );
    expect(found).toBeGreaterThan(1000);
  });

  it("turns exchange rates into weights and back", () => {
    const swing = fc.double({ min: 0.1, max: 100, noNaN: true });
    const end = fc.double({ min: 0.001, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...criteriaWith([])), swing, swing, end, end, (of, own, costs, worst, best) => {
        fc.pre(Math.abs(worst / best - 1) > 1e-3);
        const cost: Weighted = { criterion: criterion("cost"), ends: { worst: 9e6, best: 3e6 }, swing: costs };
        const weighted: Weighted = { criterion: of, ends: { worst, best }, swing: own };
        const rate = exchangeRate(weighted, cost) as number;
        expect(swingAt(rate, weighted, cost) / own).toBeCloseTo(1, 9);
      }),
      runs,
    );
  });

  it("keeps drawn weights in the stated order", () => {
    const draw = weightingsFrom(1, 5, null);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }), (stated) => {
        const drawn = draw();
        const kept = inOrder(drawn, stated);
        expect([...kept].sort()).toEqual([...drawn].sort());
        for (const [j, a] of stated.entries()) {
          for (const [k, b] of stated.entries()) {
            insist(!(a > b) || (kept[j] as number) >= (kept[k] as number), () => `${kept} where ${stated} is stated`);
          }
        }
      }),
      runs,
    );
  });
});
