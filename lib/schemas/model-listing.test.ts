import { describe, expect, it } from "vitest";
import { firstPage, modelListingQuery } from "@/lib/draft/model-listing";
import { readModelListing } from "./model-listing";

describe("what an address asks of the list of models", () => {
  it("is the first page, the newest change first, where it asks nothing", () => {
    expect(readModelListing({})).toEqual({
      search: "",
      sort: "-changed",
      shelf: "current",
      page: 1,
      after: "",
      before: "",
    });
  });

  it("is read where it makes sense", () => {
    expect(readModelListing({ search: "  patches ", sort: "name", shelf: "archived", page: "3" })).toEqual({
      search: "patches",
      sort: "name",
      shelf: "archived",
      page: 3,
      after: "",
      before: "",
    });
  });

  it.each([
    { search: ["a", "b"], sort: "password_hash", shelf: "everybody's", page: "-1" },
    { search: "x".repeat(201), sort: "", shelf: null, page: "1e9" },
    { sort: ["name"], page: "2.5" },
    { page: "0x" },
    { page: ["2", "3"] },
    { after: "a b", before: ["x"] },
  ])("counts as not asked where it does not: %j", (parameters) => {
    expect(readModelListing(parameters)).toEqual(firstPage);
  });

  it("loses the characters that PostgreSQL does not take", () => {
    expect(readModelListing({ search: "a\u0000b" }).search).toBe("a b");
  });

  it("is written so that it reads the same", () => {
    expect(modelListingQuery(firstPage)).toBe("");
    const asked = {
      search: "50 % & more",
      sort: "-name",
      shelf: "deleted",
      page: 4,
      after: "WyJhIl0",
      before: "",
    } as const;
    const query = modelListingQuery(asked);
    expect(query).toBe("?search=50+%25+%26+more&sort=-name&shelf=deleted&page=4&after=WyJhIl0");
    expect(readModelListing(Object.fromEntries(new URLSearchParams(query)))).toEqual(asked);
  });
});
