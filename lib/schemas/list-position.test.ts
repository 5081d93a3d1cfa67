import { describe, expect, it } from "vitest";
import { listStart, positionParameters } from "@/lib/text/list-position";
import { readListPosition } from "./list-position";

describe("which page of a list an address asks for", () => {
  it("is the first where it asks for none", () => {
    expect(readListPosition({})).toEqual(listStart);
    expect(positionParameters(listStart)).toEqual([]);
  });

  it("is read as it was written, beside that of another list", () => {
    const links = { page: 3, after: "WyJhIl0", before: "" };
    const people = { page: 2, after: "", before: "WyJiIl0" };
    const written = [...positionParameters(links, "links"), ...positionParameters(people, "people")];
    expect(String(new URLSearchParams(written))).toBe(
      "links-page=3&links-after=WyJhIl0&people-page=2&people-before=WyJiIl0",
    );
    expect(readListPosition(Object.fromEntries(written), "links")).toEqual(links);
    expect(readListPosition(Object.fromEntries(written), "people")).toEqual(people);
    expect(readListPosition(Object.fromEntries(written))).toEqual(listStart);
  });

  it.each([
    { page: "-1", after: "a b", before: ["x"] },
    { page: "2.5", after: "'; drop" },
    { page: "1e9", before: "x".repeat(2_001) },
    { page: ["2", "3"] },
  ])("counts as not given where it makes no sense: %j", (parameters) => {
    expect(readListPosition(parameters)).toEqual(listStart);
  });
});
