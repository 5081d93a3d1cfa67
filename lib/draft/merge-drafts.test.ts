import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CustomLine } from "@/lib/model/custom-lines";
import { mergeDrafts } from "./merge-drafts";
import type { ModelDraft } from "./model";
import { differingPlaces, partsOf } from "./parts";

const base: ModelDraft = {
  name: "A service",
  description: "",
  startMonth: "2027-01",
  fiscalYearStart: 1,
  currency: "USD",
  currencyRate: 1,
  currencyRateDate: null,
  inputs: { users: 10, storedTB: 5 },
  customLines: [],
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

// Few keys and few values, so that two people meet often.
const inputs = fc.record(
  { users: fc.integer({ min: 1, max: 3 }), storedTB: fc.integer({ min: 1, max: 3 }), pue: fc.constantFrom(1.2, 1.3) },
  { requiredKeys: [] },
);
const note = fc.record({ note: fc.constantFrom("a", "b"), source: fc.constantFrom("c", "d") }, { requiredKeys: [] });
const drafts: fc.Arbitrary<ModelDraft> = fc
  .record({
    name: fc.constantFrom("A", "B", "C"),
    startMonth: fc.constantFrom("2027-01", "2028-01"),
    fiscalYearStart: fc.constantFrom(1, 4, 7),
    inputs,
    customLines: fc.uniqueArray(
      fc.record({ id: fc.constantFrom("p", "q", "r"), amount: fc.integer({ min: 1, max: 2 }) }),
      { selector: ({ id }) => id },
    ),
    notes: fc.record({ users: note, pue: note }, { requiredKeys: [] }),
  })
  .map(({ customLines, ...rest }) => ({
    ...base,
    ...rest,
    customLines: customLines.map(({ id, amount }) => line(id, amount)),
  }));

/** By parts: the order of lines, and a note with nothing in it, are no differences. */
const partsAlike = (a: ModelDraft, b: ModelDraft) => differingPlaces(partsOf(a), partsOf(b)).length === 0;

describe("a merge of what two people made of one draft", () => {
  it("is the one's where the other changed nothing", () => {
    fc.assert(
      fc.property(drafts, drafts, (was, changed) => {
        for (const merged of [mergeDrafts(was, changed, was), mergeDrafts(was, was, changed)]) {
          expect(partsAlike(merged.draft, changed)).toBe(true);
          expect(merged.conflicts).toEqual([]);
        }
      }),
    );
  });

  it("has each part from whoever changed it, and asks exactly where both did and differ", () => {
    fc.assert(
      fc.property(drafts, drafts, drafts, (was, mine, theirs) => {
        const { draft, conflicts } = mergeDrafts(was, mine, theirs);
        const merged = partsOf(draft);
        const [before, own, other] = [partsOf(was), partsOf(mine), partsOf(theirs)];
        const places = new Set([...before.keys(), ...own.keys(), ...other.keys()]);
        const text = (parts: Map<string, unknown>, place: string) => JSON.stringify(parts.get(place) ?? null);
        for (const place of places) {
          const [b, m, t] = [text(before, place), text(own, place), text(other, place)];
          expect(text(merged, place)).toBe(t === b ? m : t);
          expect(conflicts.some((conflict) => conflict.place === place)).toBe(m !== b && t !== b && m !== t);
        }
        expect([...merged.keys()].every((place) => places.has(place))).toBe(true);
      }),
    );
  });

  it("does not matter whose browser makes it, but for where they conflict", () => {
    fc.assert(
      fc.property(drafts, drafts, drafts, (was, a, b) => {
        const [one, two] = [mergeDrafts(was, a, b), mergeDrafts(was, b, a)];
        const conflicted = one.conflicts.map(({ place }) => place).sort();
        expect(two.conflicts.map(({ place }) => place).sort()).toEqual(conflicted);
        expect(differingPlaces(partsOf(one.draft), partsOf(two.draft)).sort()).toEqual(conflicted);
      }),
    );
  });
});

it("asks too where what is being typed was saved already", () => {
  const theirs = { ...base, inputs: { ...base.inputs, users: 12 } };
  expect(mergeDrafts(base, base, theirs, new Set(["input users"])).conflicts).toEqual([
    { place: "input users", mine: 10, theirs: 12 },
  ]);
  expect(mergeDrafts(base, base, theirs, new Set(["input storedTB"])).conflicts).toEqual([]);
});

it("keeps their order of own lines, and puts new ones from here after them", () => {
  const was = { ...base, customLines: [line("a"), line("b")] };
  const mine = { ...base, customLines: [line("a"), line("b"), line("mine")] };
  const theirs = { ...base, customLines: [line("b", 7), line("theirs"), line("a")] };
  const { draft, conflicts } = mergeDrafts(was, mine, theirs);
  expect(draft.customLines.map(({ id, amount }) => [id, amount])).toEqual([
    ["b", 7],
    ["theirs", 1],
    ["a", 1],
    ["mine", 1],
  ]);
  expect(conflicts).toEqual([]);
});

it("asks where one removed the line that the other changed", () => {
  const was = { ...base, customLines: [line("a")] };
  const merged = mergeDrafts(was, { ...base, customLines: [line("a", 9)] }, base);
  expect(merged.conflicts).toEqual([{ place: "line a", mine: line("a", 9), theirs: undefined }]);
  expect(merged.draft.customLines).toEqual([]);
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
    for (const { draft, conflicts } of [mergeDrafts(was, typed, converted), mergeDrafts(was, converted, typed)]) {
      expect(draft).toMatchObject({ ...euros, inputs: { cloudMigration: 40_000, users: 11 } });
      expect(draft.customLines).toEqual([line("a", 50)]);
      expect(conflicts).toEqual([]);
    }
  });

  it("asks about figures that kept their number under the new name", () => {
    const relabelled = { ...was, ...euros };
    const typed = { ...was, inputs: { cloudMigration: 80_000, users: 11 } };
    const { draft, conflicts } = mergeDrafts(was, typed, relabelled);
    expect(conflicts).toEqual([{ place: "input cloudMigration", mine: 40_000, theirs: 60_000 }]);
    expect(draft).toMatchObject({ ...euros, inputs: { cloudMigration: 60_000, users: 11 } });
  });

  it("asks where both changed it", () => {
    const mine = { ...was, currency: "GBP", currencyRate: 0.25, currencyRateDate: "2027-01-15" };
    const { draft, conflicts } = mergeDrafts(was, mine, converted);
    expect(conflicts.map(({ place }) => place)).toContain("currency");
    expect(draft).toMatchObject(euros);
  });
});
