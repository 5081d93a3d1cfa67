import { describe, expect, it } from "vitest";
import { startingValues } from "@/app/_components/document/starting-values";
import type { Notes } from "@/lib/draft/model";
import { defaultInputs, type InputKey, type Inputs, input } from "@/lib/model/inputs";
import { csvTexts } from "@/test/csv-texts";
import { assumptionFile } from "./assumption-file";
import { assumptionsOf } from "./assumptions";
import { type AssumptionFacts, foundAssumptions, inOrder, isSortKnown, sortedKeys } from "./sorted-assumptions";

const starting = startingValues({ users: 40_000 }, 1, undefined);
function listed(inputs: Partial<Inputs> = {}, notes: Notes = {}, open: InputKey | null = null) {
  return assumptionsOf(
    { inputs: { ...defaultInputs, users: 40_000, ...inputs }, notes, currency: "USD" },
    starting,
    open,
  );
}
const row = (key: InputKey, ...given: Parameters<typeof listed>) => listed(...given).find((one) => one.key === key);
const nothing: AssumptionFacts = { swings: null, influences: null, changes: {} };

describe("the register of assumptions", () => {
  it("lists what differs, is uncertain or has a note, and nothing else", () => {
    // The horizon is a choice without a range.
    expect(row("horizonMonths")).toBeUndefined();
    expect(row("horizonMonths", { horizonMonths: 36 })).toMatchObject({ words: "36 months", isUntouched: false });
    expect(row("horizonMonths", {}, { horizonMonths: { note: "As the board asks." } })).toBeDefined();
    expect(row("horizonMonths", {}, {}, "horizonMonths")).toMatchObject({ rangeKind: null, range: "" });
  });

  it("says what a figure is, what it was, and that nobody has looked at it", () => {
    // The template states 40,000 users: that is what it is counted from.
    expect(row("users")).toMatchObject({
      words: "40,000 users",
      startWords: "",
      isOfTemplate: true,
      isUntouched: true,
    });
    expect(row("users", { users: 55_000 })).toMatchObject({
      words: "55,000 users",
      startWords: "40,000 users",
      isUntouched: false,
      evidence: "default",
    });
    expect(row("users", {}, { users: { evidence: "measured" } })).toMatchObject({
      evidence: "measured",
      isUntouched: false,
    });
  });

  it("has a person's range before the usual one, and none for what is contracted", () => {
    const own = row("serverPrice", {}, { serverPrice: { range: { kind: "range", low: 8_000, high: 13_000 } } });
    expect(own).toMatchObject({
      rangeKind: "own",
      low: 8_000,
      high: 13_000,
      range: "8,000 to 13,000 USD in 8 of 10 cases",
    });
    expect(row("serverPrice")?.rangeKind).toBe("usual");
    expect(row("serverPrice", {}, { serverPrice: { evidence: "certain" } })).toMatchObject({
      rangeKind: null,
      low: null,
      evidence: "certain",
    });
  });
});

describe("narrowing and sorting", () => {
  const notes: Notes = {
    serverPrice: { evidence: "estimated", note: "Offer of March" },
    storedTB: { evidence: "measured" },
  };
  const all = listed({ cdnPricePerTB: 9 }, notes);
  const found = (query: string, filter: Parameters<typeof foundAssumptions>[2], open: InputKey | null = null) =>
    foundAssumptions(all, query, filter, open).map(({ key }) => key);

  it("finds by name, synonym and what people wrote", () => {
    expect(found("offer of march", "any")).toEqual(["serverPrice"]);
    expect(found("egress", "any")).toContain("cdnPricePerTB");
  });

  it("lets through one kind of evidence, or what nobody has looked at, and the open one", () => {
    expect(found("", "measured")).toEqual(["storedTB"]);
    expect(found("", "estimated", "storedTB").sort()).toEqual(["serverPrice", "storedTB"]);
    const untouched = found("", "untouched");
    for (const key of ["serverPrice", "storedTB", "cdnPricePerTB"]) expect(untouched).not.toContain(key);
    expect(untouched).toHaveLength(all.length - 3);
  });

  const some = all.filter(({ key }) => ["users", "storedTB", "serverPrice", "cdnPricePerTB"].includes(key));
  const influence = { firstPlace: 0, evppi: 0, standardError: 0 };
  const facts: AssumptionFacts = {
    swings: { users: 5, serverPrice: 700, storedTB: 0.5 },
    influences: new Map([
      ["storedTB", { ...influence, firstOrder: 0.4, evppi: 10 }],
      ["serverPrice", { ...influence, firstOrder: 0.1, evppi: 90 }],
    ]),
    changes: {
      storedTB: { by: "Ada", at: "2026-11-01T00:00:00.000Z" },
      users: { by: "Bob", at: "2026-11-20T00:00:00.000Z" },
    },
  };

  it("has the greatest first, the newest first, the least evidence first, and last what has no figure", () => {
    expect(some.map(({ key }) => key)).toEqual(sortedKeys(some, "group", facts));
    expect(sortedKeys(some, "swing", facts)).toEqual(["serverPrice", "users", "storedTB", "cdnPricePerTB"]);
    expect(sortedKeys(some, "share", facts).slice(0, 2)).toEqual(["storedTB", "serverPrice"]);
    expect(sortedKeys(some, "worth", facts).slice(0, 2)).toEqual(["serverPrice", "storedTB"]);
    expect(sortedKeys(some, "changed", facts).slice(0, 2)).toEqual(["users", "storedTB"]);
    expect(sortedKeys(some, "evidence", facts).slice(2)).toEqual(["serverPrice", "storedTB"]);
  });

  it("keeps an order that was taken, and sets what came since behind it", () => {
    expect(
      inOrder(some, ["storedTB", "users"])
        .map(({ key }) => key)
        .slice(0, 2),
    ).toEqual(["storedTB", "users"]);
    expect(isSortKnown("swing", nothing)).toBe(false);
    expect(isSortKnown("worth", nothing)).toBe(false);
    expect(isSortKnown("name", nothing)).toBe(true);
  });

  it("writes exact figures, and leaves empty what is not known", () => {
    const [head = [], ...rows] = csvTexts(assumptionFile(some, facts, "EUR"));
    const cell = (key: InputKey, column: string) => rows.find(([first]) => first === key)?.[head.indexOf(column)];
    for (const one of rows) expect(one).toHaveLength(head.length);
    expect(cell("serverPrice", "label")).toBe(input.serverPrice.label);
    expect(cell("serverPrice", "swing (EUR)")).toBe("700");
    expect(cell("serverPrice", "note")).toBe("Offer of March");
    expect(cell("storedTB", "changedBy")).toBe("Ada");
    // Nobody has looked at the users since the template: who stored them says nothing.
    expect(cell("users", "untouched")).toBe("yes");
    expect(cell("users", "changedBy")).toBe("");
    expect(cell("cdnPricePerTB", "value")).toBe("9");
    expect(cell("cdnPricePerTB", "swing (EUR)")).toBe("");
    expect(csvTexts(assumptionFile(some, nothing, "EUR"))[1]?.at(-1)).toBe("");
  });
});
