import { expect, it } from "vitest";
import { instantiate, ModuleWriter } from "../../compiled/module-writer";
import { offloadRoutine } from "./offload-code";
import { fillOffloads } from "./offloads";

interface Sample {
  readonly users: number;
  readonly growth: number;
  readonly items: number;
  readonly exponent: number;
  readonly contributing: number;
  /** Users of the second half, in place of those that grow. */
  readonly later?: number;
}

/** The word in machine code of its own, for the months 0..months of two samples. */
function machine(months: number) {
  let next = 0;
  const take = (doubles: number) => {
    next += doubles;
    return (next - doubles) * 8;
  };
  const module = new ModuleWriter(months, take);
  const asked = take(2 * (months + 1));
  const given = [take(2), take(2), take(2)] as const;
  const out = take(2 * (months + 1));
  const code = offloadRoutine(module, { out, at: [asked, ...given], step: [16, 0, 0, 0] });
  const run = module.addExported({ params: [], locals: [], code });
  const instance = instantiate(module, next);
  if (!instance) throw new Error("no machine code can run here");
  const { cells } = instance;
  return (pair: readonly [Sample, Sample]) => {
    for (const [s, { users, growth, later, ...of }] of pair.entries()) {
      for (let t = 0; t <= months; t++) {
        const grown = users * (1 + growth) ** (t / 12);
        cells[asked / 8 + 2 * t + s] = later !== undefined && 2 * t > months ? later : grown;
      }
      for (const [i, key] of (["items", "exponent", "contributing"] as const).entries()) {
        cells[(given[i] as number) / 8 + s] = of[key];
      }
    }
    instance.functionOf(run)();
    const row = (at: number, s: number) =>
      Float64Array.from({ length: months + 1 }, (_, t) => cells[at / 8 + 2 * t + s] as number);
    return pair.map((_, s) => ({ asked: row(asked, s), got: row(out, s) }));
  };
}

const samples = [1, 31, 32, 33, 700, 1_000_000].flatMap((items) =>
  [0, 0.05, 0.8, 3].flatMap((exponent) =>
    [0, 0.001, 0.3, 1].flatMap((contributing) =>
      [0, 1e-5, 40, 1e8].flatMap((users) =>
        [0, 0.01, -0.2, 0.8, 3].map((growth): Sample => ({ users, growth, items, exponent, contributing })),
      ),
    ),
  ),
);

/** What machine code gives of two samples is what the kernel gives of each. */
function expectAlike(run: ReturnType<typeof machine>, pair: readonly [Sample, Sample]): void {
  for (const [s, { asked, got }] of run(pair).entries()) {
    const cells = new Float64Array(2 * asked.length);
    cells.set(asked);
    const { length: count } = asked;
    fillOffloads({ cells, from: 0, fromStep: 1, to: count, toStep: 1, count }, pair[s] as Sample);
    expect(got, JSON.stringify(pair[s])).toEqual(cells.subarray(count));
  }
}

it.each([60, 11, 0])("machine code has the digits of the kernel over %i months, whatever stands beside", (months) => {
  const run = machine(months);
  for (const [i, sample] of samples.entries()) {
    // Neighbours seldom have as many places and points.
    expectAlike(run, [sample, samples[(i * 89 + 7) % samples.length] as Sample]);
  }
});

it("machine code has the digits of the kernel where it remembers a catalogue, and where it has forgotten it", () => {
  const run = machine(60);
  const usual = { growth: 0.2, items: 1000, exponent: 0.8, contributing: 0.3 };
  // Some share their points, some only their place among what is remembered: e^4 is 64 sixteenths of ln c further on.
  for (const users of [40, 41, 40, 40 * Math.exp(4), 40, 38, 4000, 40.5]) {
    for (const contributing of [0.3, 0.31]) {
      const sample = { ...usual, users, contributing };
      expectAlike(run, [sample, { ...sample, items: 1000 + Math.round(users) }]);
    }
  }
});

it("machine code has the digits of the kernel where users differ in their last digit alone", () => {
  const catalogue = { growth: 0, items: 1000, exponent: 0.8, contributing: 0.3 };
  // e and 100: ln gives the same for both of each, at a sixteenth and between two.
  const [e, hundred] = [Math.E, 100].map((users) => ({ ...catalogue, users, later: users * (1 + Number.EPSILON) }));
  expectAlike(machine(60), [e as Sample, hundred as Sample]);
});
