import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type InputKey, inputList } from "@/lib/model/inputs";
import { driverKeys } from "@/lib/model/ranges/drivers";
import { rowTables } from "@/lib/model/rows/own-rows";
import { linePlace, noteFields, type Place, placeText, readPlace } from "./place";
import { countedAt, distinctPlaces, PlaceMap } from "./place-map";

const key = fc.constantFrom(...inputList.map((input) => input.key as InputKey));
const id = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.constantFrom("", " ", "a b", "users note", "input users", "line", "currency", "\n", "\ud800", "__proto__", "ü 8"),
);
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("name", "description", "startMonth", "fiscalYearStart", "currency", "trials", "seed"),
  }),
  fc.record({ kind: fc.constant("driver"), key: fc.constantFrom(...driverKeys) }),
  fc.record({ kind: fc.constant("input"), key }),
  fc.record({ kind: fc.constant("note"), key, field: fc.constantFrom(...noteFields) }),
  fc.record({ kind: fc.constant("order" as const), table: fc.constantFrom(...rowTables) }),
  fc.record({ kind: fc.constant("row" as const), table: fc.constantFrom(...rowTables), id }),
) as fc.Arbitrary<Place>;

describe("a place as a text", () => {
  it("is read back as it was, whatever its id", () => {
    fc.assert(fc.property(place, (one) => void expect(readPlace(placeText(one))).toEqual(one)));
  });

  it("is another for another place", () => {
    fc.assert(
      fc.property(place, place, (one, other) => {
        expect(placeText(one) === placeText(other)).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });

  it("stays what pages know it by", () => {
    expect(placeText(linePlace({ id: "a b" }))).toBe("row customLines a b");
    expect(placeText({ kind: "note", key: "users", field: "range" })).toBe("note users range");
    expect(placeText({ kind: "currency" })).toBe("currency");
  });
});

describe("a map by places", () => {
  const users: Place = { kind: "input", key: "users" };
  const line: Place = { kind: "row", table: "customLines", id: "users" };

  it("holds a value for each place, and is another where one is put or taken out", () => {
    const one = new PlaceMap([[users, 1]]);
    const both = one.with(line, 2);
    expect([one.size, [...both]]).toEqual([
      1,
      [
        [users, 1],
        [line, 2],
      ],
    ]);
    expect(both.with({ kind: "input", key: "users" }, 3).get(users)).toBe(3);
    expect([...both.without(users, { kind: "name" })]).toEqual([[line, 2]]);
    expect(one.without(line)).toBe(one);
    expect([both.has(line), one.has(line), one.get(line)]).toEqual([true, false, undefined]);
  });

  it("names each place once, and counts at places", () => {
    expect(distinctPlaces(users, line, { kind: "input", key: "users" })).toEqual([users, line]);
    const counts = countedAt(countedAt(new PlaceMap(), [users, line]), [users]);
    expect([counts.get(users), counts.get(line)]).toEqual([2, 1]);
  });
});
