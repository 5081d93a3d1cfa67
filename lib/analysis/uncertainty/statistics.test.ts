import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ascending } from "@/lib/math/sort";
import { type Draws, drawsOf, pulled } from "./draws";
import { DifferenceFigure, fewTrials, HeldFigure } from "./influence/figure";
import { firstOrder, ranks } from "./influence/first-order";
import { type Fit, type FitColumns, leastSquares } from "./influence/fit";
import { SplineColumns } from "./influence/spline";
import { regretOf, worthOfKnowing } from "./influence/worth";
import oracle from "./oracles/uncertainty-statistics.json";
import { keptOf, mean, meanEstimate, shareOf } from "./sample";

/**
 * oracles/uncertainty-statistics.json: figures of an independent evaluation with these draws, to a relative 1e-9, and closed forms, which
 * lie within three times the spread of the estimate: Ishigami and Homma 1990; Strong, Oakley and Brennan 2014; two normal costs.
 */
const sizes = [1000, 10_000] as const;
const seed = 1;

type Joined = Pick<Draws, "u" | "z">;

function joined(trials: number, replicate: (r: number) => Draws): Joined {
  const parts = Array.from({ length: trials / 1000 }, (_, r) => replicate(r));
  const of = (name: keyof Joined) => Float64Array.from(parts.flatMap((part) => [...part[name]]));
  return { u: of("u"), z: of("z") };
}

const independent = (trials: number, name: string) => joined(trials, (r) => drawsOf(seed, name, r));
const everyTrial = (trials: number) =>
  keptOf(
    Uint32Array.from({ length: trials }, (_, i) => i),
    trials,
  );

const columnsOf = (...columns: Float64Array[]): FitColumns => ({
  count: columns.length,
  fill: (from, to, cells, at, step) => {
    for (const [k, column] of columns.entries()) cells.set(column.subarray(from, to), at + k * step);
  },
});

/** What is fitted in all trials. */
function fittedOf(fit: Fit, count: number): Float64Array {
  const all = new Float64Array(count);
  for (let from = 0; from < count; from += fewTrials)
    fit.fill(from, Math.min(from + fewTrials, count), all.subarray(from));
  return all;
}

function expectNear(got: number, expected: number, exact: number, spread: number) {
  expect(Math.abs(got - expected)).toBeLessThanOrEqual(1e-9 * Math.max(Math.abs(expected), 1));
  expect(Math.abs(got - exact)).toBeLessThanOrEqual(spread);
}

describe.each(sizes)("with %d trials", (trials) => {
  const { ishigami, worth, pairs } = oracle[trials];

  it("first-order shares are those of Ishigami's function", () => {
    const [x1, x2, x3] = ["x1", "x2", "x3"].map((name) => independent(trials, name)) as [Joined, Joined, Joined];
    const angle = (draws: Joined, i: number) => Math.PI * (2 * (draws.u[i] as number) - 1);
    const y = Float64Array.from({ length: trials }, (_, i) => {
      const first = Math.sin(angle(x1, i));
      return first + 7 * Math.sin(angle(x2, i)) ** 2 + 0.1 * angle(x3, i) ** 4 * first;
    });
    for (const [place, { z }] of [x1, x2, x3].entries()) {
      const { exact, expected, threeSigma } = ishigami;
      expectNear(
        firstOrder(ascending(z), new HeldFigure(y)),
        expected[place] as number,
        exact[place] as number,
        threeSigma[place] as number,
      );
    }
  });

  it("what it is worth to know is that of Strong, Oakley and Brennan's example", () => {
    const [p1, p2, nothing] = ["p1", "p2", "nothing"].map((name) => independent(trials, name).z) as [
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const kept = everyTrial(trials);
    const [idle, treat] = [new Float64Array(trials), p1.map((z, i) => -(1 + z - 2 * (p2[i] as number)))];
    // To treat is the better on the whole: it costs 1 less in the mean.
    const others = [new HeldFigure(treat.map((x) => 0 - x))];
    const regret = regretOf("treat", ["idle", "treat"], (name) => (name === "idle" ? idle : treat));
    const { exact, expected, threeSigma } = worth;
    expectNear(mean(regret), expected.evpi, exact.evpi, threeSigma.evpi);
    for (const [name, z] of Object.entries({ p1, p2, nothing })) {
      const key = name as "p1" | "p2" | "nothing";
      const { value } = worthOfKnowing(kept, others, leastSquares([new SplineColumns(z)], others), 4);
      expectNear(value, expected[key], exact[key], threeSigma[key]);
    }
  });

  it.each(pairs)("two normal costs that correlate by $correlation", ({ correlation, exact, expected, threeSigma }) => {
    const member = (name: string) =>
      joined(trials, (r) => {
        const driver = drawsOf(seed, "driver:d", r);
        return pulled(drawsOf(seed, name, r), { driver, correlation: Math.sqrt(correlation), sign: 1 });
      }).z;
    const [a, b] = [member("a"), member("b")];
    const costs = { a: a.map((z) => 100 + 10 * z), b: b.map((z) => 98 + 20 * z) };
    const kept = everyTrial(trials);
    const cheaper = shareOf(kept, (i) => (costs.a[i] as number) < (costs.b[i] as number));
    expect(cheaper.share).toBe(expected.cheaper);
    expect(Math.abs(cheaper.share - exact.cheaper)).toBeLessThanOrEqual(threeSigma.cheaper);
    expect(Math.abs(cheaper.share - exact.cheaper)).toBeLessThanOrEqual(3 * cheaper.standardError);
    // b costs less in the mean: not knowing costs its regret.
    const regret = regretOf("b", ["a", "b"], (name) => costs[name]);
    expectNear(meanEstimate(kept, regret).value, expected.evpi, exact.evpi, threeSigma.evpi);
    const [rankA, rankB] = [ranks(a), ranks(b)];
    const middle = (trials - 1) / 2;
    const together = rankA.map((rank, i) => (rank - middle) * ((rankB[i] as number) - middle));
    const alone = rankA.map((rank) => (rank - middle) ** 2);
    expect(Math.abs(mean(together) / mean(alone) - expected.rankCorrelation)).toBeLessThanOrEqual(1e-9);
  });
});

it("equal values share the mean of their ranks", () => {
  // By hand.
  expect([...ranks(Float64Array.of(5, 1, 5, 5, 0))]).toEqual([3, 1, 3, 3, 0]);
});

it("an input of no effect has an index within its noise, and no fit that chance would not make", () => {
  // The other choice costs 0.1 more in the mean, whatever z is.
  const [z, y] = [drawsOf(1, "users", 0).z, new HeldFigure(drawsOf(2, "users", 0).z.map((x) => x + 0.1))];
  expect(Math.abs(firstOrder(ascending(z), y))).toBeLessThanOrEqual(40 / 1000);
  expect(worthOfKnowing(everyTrial(1000), [y], leastSquares([new SplineColumns(z)], [y]), 4).value).toBe(0);
});

it("least squares give what a straight line through points gives, whatever stands beside it", () => {
  // By hand: through (0, 1), (1, 3), (2, 4), (3, 8) goes 0.7 + 2.2x; 1.8 is what is left, by 2 degrees of freedom.
  const [x, y] = [Float64Array.of(0, 1, 2, 3), Float64Array.of(1, 3, 4, 8)];
  const figure = new HeldFigure(y);
  const [fit] = leastSquares([columnsOf(x)], [figure]) as [Fit];
  for (const [i, value] of [0.7, 2.9, 5.1, 7.3].entries()) expect(fittedOf(fit, 4)[i]).toBeCloseTo(value, 12);
  expect(fit.residual).toBeCloseTo(0.9, 12);
  // A column that the others make up changes nothing of what is fitted.
  const [again] = leastSquares(
    [
      columnsOf(
        x,
        x.map((value) => 2 * value - 1),
      ),
    ],
    [figure],
  ) as [Fit];
  for (const [i, value] of fittedOf(again, 4).entries()) expect(value).toBeCloseTo(fittedOf(fit, 4)[i] as number, 12);
});

it("least squares leave nothing that any of the columns could still tell, over blocks of which the last is odd", () => {
  const count = 1237;
  const draws = ["a", "b", "c"].map((name) => joined(2000, (r) => drawsOf(seed, name, r)).z.slice(0, count));
  const columns = [...draws, (draws[0] as Float64Array).map((x, i) => x * x - (draws[1]?.[i] as number))];
  const figures = [columns[3] as Float64Array, (draws[2] as Float64Array).map((x) => 1e6 * Math.exp(x))];
  const fits = leastSquares(
    [columnsOf(...columns.slice(0, 2)), columnsOf(columns[2] as Float64Array)],
    figures.map((figure) => new HeldFigure(figure)),
  );
  for (const [place, fit] of fits.entries()) {
    const { explained, residual } = fit;
    const y = figures[place] as Float64Array;
    const left = fittedOf(fit, count).map((value, i) => (y[i] as number) - value);
    const size = Math.sqrt(mean(y.map((value) => value * value)));
    for (const column of [new Float64Array(count).fill(1), ...columns.slice(0, 3)]) {
      expect(Math.abs(mean(column.map((value, i) => value * (left[i] as number))))).toBeLessThan(1e-13 * size);
    }
    const square = mean(left.map((value) => value * value));
    expect((residual * (count - 1 - 3)) / count / square).toBeCloseTo(1, 12);
    expect((explained + square) / mean(y.map((value) => (value - mean(y)) ** 2))).toBeCloseTo(1, 12);
  }
});

describe("knowing an input", () => {
  const money = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const column = fc.array(money, { minLength: 1000, maxLength: 1000 }).map((list) => Float64Array.from(list));

  it("is never worth more than knowing all, whatever is fitted", () => {
    fc.assert(
      fc.property(column, column, column, column, (a, b, c, z) => {
        const costs = { a, b, c };
        const names = ["a", "b", "c"] as const;
        const best = names.reduce((least, name) => (mean(costs[name]) < mean(costs[least]) ? name : least));
        const regret = regretOf(best, names, (name) => costs[name]);
        const others = names
          .filter((name) => name !== best)
          .map((name) => new DifferenceFigure(costs[name], costs[best]));
        const { value } = worthOfKnowing(everyTrial(1000), others, leastSquares([columnsOf(z)], others), 0);
        expect(value).toBeLessThanOrEqual(mean(regret) * (1 + 1e-12));
        expect(value).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 20 },
    );
  });
});
