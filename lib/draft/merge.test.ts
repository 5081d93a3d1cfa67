import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CustomLine } from "@/lib/model/custom-lines";
import type { RegisterRow } from "@/lib/model/rows/own-rows";
import type { OwnRange } from "@/lib/model/spread/own-range";
import { blankDraft } from "@/test/figures/blank-draft";
import { differingPlaces, type Parts, placesOf } from "./document-parts";
import { merge } from "./merge";
import type { ModelDraft } from "./model";
import { modelParts } from "./model-parts";
import { inputPlace, isSamePlace, type Place } from "./place";
import type { ScenarioDraft } from "./scenario/scenario";
import { scenarioParts } from "./scenario/scenario-parts";

const base: ModelDraft = {
  ...blankDraft,
  inputs: { users: 10, storedTB: 5 },
  notes: { users: { note: "Counted", source: "Sales" } },
};
const line = (id: string, amount = 1): CustomLine => ({
  id,
  label: `Line ${id}`,
  category: "compliance",
  architectures: ["cloud"],
  kind: "once",
  amount,
});

const rack = (id: string, count = 1): RegisterRow => ({ id, label: `Rack ${id}`, what: "server", count });

// Few keys and few values, so that two people meet often.
const inputs = fc.record(
  { users: fc.integer({ min: 1, max: 3 }), storedTB: fc.integer({ min: 1, max: 3 }), pue: fc.constantFrom(1.2, 1.3) },
  { requiredKeys: [] },
);
const note = fc.record(
  {
    note: fc.constantFrom("a", "b"),
    source: fc.constantFrom("c", "d"),
    range: fc.constantFrom<OwnRange>({ kind: "range", low: 1, high: 3 }, { kind: "uniform", least: 1, greatest: 3 }),
    evidence: fc.constantFrom("certain", "measured"),
  },
  { requiredKeys: [] },
);
const models: fc.Arbitrary<ModelDraft> = fc
  .record({
    name: fc.constantFrom("A", "B", "C"),
    startMonth: fc.constantFrom("2027-01", "2028-01"),
    fiscalYearStart: fc.constantFrom(1, 4, 7),
    inputs,
    customLines: fc.uniqueArray(
      fc.record({ id: fc.constantFrom("p", "q r", "note users note"), amount: fc.integer({ min: 1, max: 2 }) }),
      { selector: ({ id }) => id },
    ),
    register: fc.uniqueArray(fc.record({ id: fc.constantFrom("p", "q r"), count: fc.integer({ min: 1, max: 2 }) }), {
      selector: ({ id }) => id,
    }),
    notes: fc.record({ users: note, pue: note }, { requiredKeys: [] }),
    drivers: fc.record(
      { pay: fc.constantFrom("none", "some"), energy: fc.constantFrom("none", "some") },
      { requiredKeys: [] },
    ),
    trials: fc.constantFrom(1_000, 10_000),
    seed: fc.constantFrom(1, 2),
  })
  .map(({ customLines, register, ...rest }) => ({
    ...base,
    ...rest,
    customLines: customLines.map(({ id, amount }) => line(id, amount)),
    register: register.map(({ id, count }) => rack(id, count)),
  }));
const scenarios: fc.Arbitrary<ScenarioDraft> = fc
  .record({
    name: fc.constantFrom("A", "B", "C"),
    inputs,
    currencyRate: fc.constant(1),
    // A row that is changed, one that is left out, and none.
    racks: fc.array(fc.tuple(fc.constantFrom("p", "q r"), fc.constantFrom(1, 2, null)), { maxLength: 2 }),
  })
  .map(({ racks, ...rest }) => {
    const register = Object.fromEntries(racks.map(([id, count]) => [id, count === null ? null : rack(id, count)]));
    return { ...rest, ...(racks.length > 0 && { rows: { register } }) };
  });

function propertiesOf<D>(parts: Parts<D>, drafts: fc.Arbitrary<D>): void {
  // Null says that a scenario leaves a row out.
  const text = (draft: D, place: Place) => JSON.stringify(parts.get(draft, place)) ?? "nothing";
  const isAmong = (places: readonly Place[], place: Place) => places.some((one) => isSamePlace(one, place));

  it("keeps what is there where nobody changed anything", () => {
    fc.assert(
      fc.property(drafts, (one) => void expect(merge(parts, one, one, one)).toEqual({ draft: one, conflicts: [] })),
    );
  });

  it("is the one's where the other changed nothing, or changed the same", () => {
    fc.assert(
      fc.property(drafts, drafts, (was, changed) => {
        for (const merged of [
          merge(parts, was, changed, was),
          merge(parts, was, was, changed),
          merge(parts, was, changed, changed),
        ]) {
          expect(differingPlaces(parts, merged.draft, changed)).toEqual([]);
          expect(merged.conflicts).toEqual([]);
        }
      }),
    );
  });

  it("has each part from the person who changed it, asks exactly where both did and differ, and loses nothing", () => {
    fc.assert(
      fc.property(drafts, drafts, drafts, (was, mine, theirs) => {
        const { draft, conflicts } = merge(parts, was, mine, theirs);
        const places = placesOf(parts, was, mine, theirs);
        for (const place of places) {
          const [b, m, t] = [text(was, place), text(mine, place), text(theirs, place)];
          expect(text(draft, place)).toBe(t === b ? m : t);
          const asked = conflicts.filter((conflict) => isSamePlace(conflict.place, place));
          expect(asked).toEqual(
            m !== b && t !== b && m !== t
              ? [{ place, mine: parts.get(mine, place), theirs: parts.get(theirs, place) }]
              : [],
          );
        }
        expect(parts.placesOf(draft).every((place) => isAmong(places, place))).toBe(true);
      }),
    );
  });

  it("does not matter whose browser makes it, but for where they conflict", () => {
    fc.assert(
      fc.property(drafts, drafts, drafts, (was, a, b) => {
        const [one, two] = [merge(parts, was, a, b), merge(parts, was, b, a)];
        const conflicted = one.conflicts.map(({ place }) => place);
        // Of a row that both moved, the place of the one who saved first stands.
        const differing = differingPlaces(parts, one.draft, two.draft).filter(({ kind }) => kind !== "order");
        expect(two.conflicts.length).toBe(conflicted.length);
        expect(differing.length).toBe(conflicted.length);
        for (const { place, mine, theirs } of two.conflicts) {
          expect(one.conflicts).toContainEqual({ place, mine: theirs, theirs: mine });
          expect(isAmong(differing, place)).toBe(true);
        }
      }),
    );
  });

  it("puts in place what is set, and nothing else", () => {
    fc.assert(
      fc.property(drafts, drafts, (one, other) => {
        for (const place of placesOf(parts, one, other)) {
          const value = parts.get(other, place);
          const set = parts.set(one, place, value);
          expect(text(set, place)).toBe(text(other, place));
          expect(differingPlaces(parts, one, set).every((each) => isSamePlace(each, place))).toBe(true);
          expect(parts.set(set, place, value)).toBe(set);
        }
      }),
    );
  });
}

describe("a merge of what two people made of one model", () => propertiesOf<ModelDraft>(modelParts, models));
describe("a merge of what two people made of one scenario", () => propertiesOf(scenarioParts, scenarios));

const users = inputPlace("users");

it("asks too where what is being typed was saved already", () => {
  const theirs = { ...base, inputs: { ...base.inputs, users: 12 } };
  const typingIn = (busy: Place) => (place: Place) => isSamePlace(place, busy);
  expect(merge(modelParts, base, base, theirs, typingIn(users)).conflicts).toEqual([
    { place: users, mine: 10, theirs: 12 },
  ]);
  expect(merge(modelParts, base, base, theirs, typingIn(inputPlace("storedTB"))).conflicts).toEqual([]);
  // Both came to the same: there is nothing to ask.
  expect(merge(modelParts, base, theirs, theirs, typingIn(users)).conflicts).toEqual([]);
});

it("keeps their order of own lines, and puts new ones from here after them", () => {
  const was = { ...base, customLines: [line("a"), line("b")] };
  const mine = { ...base, customLines: [line("a"), line("b"), line("mine")] };
  const theirs = { ...base, customLines: [line("b", 7), line("theirs"), line("a")] };
  const { draft, conflicts } = merge(modelParts, was, mine, theirs);
  expect(draft.customLines.map(({ id, amount }) => [id, amount])).toEqual([
    ["b", 7],
    ["theirs", 1],
    ["a", 1],
    ["mine", 1],
  ]);
  expect(conflicts).toEqual([]);
});

it("keeps what each of them moved, and takes it for a difference that is to be saved", () => {
  const abcd = [line("a"), line("b"), line("c"), line("d")] as const;
  const [a, b, c, d] = abcd;
  const was = { ...base, customLines: abcd };
  const order = { kind: "order", table: "customLines" } as const;
  const mine = modelParts.set(was, order, ["d", "a", "b", "c"]);
  expect(mine.customLines).toEqual([d, a, b, c]);
  expect(differingPlaces(modelParts, was, mine)).toEqual([order]);
  // They brought b to the end, changed c, and removed a.
  const theirs = { ...base, customLines: [line("c", 7), d, b] };
  const { draft, conflicts } = merge(modelParts, was, mine, theirs);
  expect(draft.customLines).toEqual([d, line("c", 7), b]);
  expect(conflicts).toEqual([]);
  // What was only added or removed is no other order.
  const places = differingPlaces(modelParts, was, { ...base, customLines: [d] });
  expect(places.filter(({ kind }) => kind === "order")).toEqual([]);
});

it("asks where one removed the line that the other changed", () => {
  const was = { ...base, customLines: [line("a")] };
  const merged = merge(modelParts, was, { ...base, customLines: [line("a", 9)] }, base);
  expect(merged.conflicts).toEqual([
    { place: { kind: "row", table: "customLines", id: "a" }, mine: line("a", 9), theirs: undefined },
  ]);
  expect(merged.draft.customLines).toEqual([]);
});

it("asks where one set a scenario's input back to the model's value and the other changed it", () => {
  const scenario = (own: ScenarioDraft["inputs"]): ScenarioDraft => ({ name: "Ours", inputs: own, currencyRate: 1 });
  expect(merge(scenarioParts, scenario({ users: 1 }), scenario({ users: 10 }), scenario({}))).toEqual({
    draft: scenario({}),
    conflicts: [{ place: users, mine: 10, theirs: undefined }],
  });
});

describe("a currency that one of them changed", () => {
  const euros = { currency: "EUR", currencyRate: 0.5, currencyRateDate: "2027-01-15" };
  const was: ModelDraft = { ...base, inputs: { cloudMigration: 60_000, users: 10 }, customLines: [line("a", 100)] };
  // At half a euro a dollar: 60,000 USD are 30,000 EUR, 80,000 are 40,000; 100 are 50.
  const converted: ModelDraft = {
    ...was,
    ...euros,
    inputs: { cloudMigration: 30_000, users: 10 },
    customLines: [line("a", 50)],
  };

  it("converts what the other typed", () => {
    const typed = { ...was, inputs: { cloudMigration: 80_000, users: 11 } };
    for (const { draft, conflicts } of [
      merge(modelParts, was, typed, converted),
      merge(modelParts, was, converted, typed),
    ]) {
      expect(draft).toMatchObject({ ...euros, inputs: { cloudMigration: 40_000, users: 11 } });
      expect(draft.customLines).toEqual([line("a", 50)]);
      expect(conflicts).toEqual([]);
    }
  });

  it("asks about figures that kept their number under the new name", () => {
    const relabelled = { ...was, ...euros };
    const typed = { ...was, inputs: { cloudMigration: 80_000, users: 11 } };
    const { draft, conflicts } = merge(modelParts, was, typed, relabelled);
    expect(conflicts).toEqual([{ place: inputPlace("cloudMigration"), mine: 40_000, theirs: 60_000 }]);
    expect(draft).toMatchObject({ ...euros, inputs: { cloudMigration: 60_000, users: 11 } });
  });

  it("asks where both changed it", () => {
    const mine = { ...was, currency: "GBP", currencyRate: 0.25, currencyRateDate: "2027-01-15" };
    const { draft, conflicts } = merge(modelParts, was, mine, converted);
    expect(conflicts.map(({ place }) => place.kind)).toContain("currency");
    expect(draft).toMatchObject(euros);
  });

  it("is the model's where it is a scenario's", () => {
    // 50,000 and 10,000 dollars are 46,000 and 9,200 euros at 0.92; users are no money.
    const scenario = (own: ScenarioDraft["inputs"], currencyRate = 1): ScenarioDraft => ({
      name: "Ours",
      inputs: own,
      currencyRate,
    });
    const merged = merge(
      scenarioParts,
      scenario({ users: 5, cloudComplianceAnnual: 50_000 }),
      scenario({ users: 5, cloudComplianceAnnual: 10_000 }),
      scenario({ users: 6, cloudComplianceAnnual: 46_000 }, 0.92),
    );
    expect(merged).toEqual({ draft: scenario({ users: 6, cloudComplianceAnnual: 9_200 }, 0.92), conflicts: [] });
  });
});
