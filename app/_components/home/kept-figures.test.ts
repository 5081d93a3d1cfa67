import { describe, expect, it } from "vitest";
import { readKeptFigures } from "./kept-figures";

describe("figures stored in a tab", () => {
  it("are read as they were stored", () => {
    const figures = { templateKey: "game-patches", inputs: { users: 123, currentArchitecture: "cloud" } };
    expect(readKeptFigures(JSON.stringify(figures))).toEqual(figures);
    expect(readKeptFigures('{"templateKey":null,"inputs":{}}')).toEqual({ templateKey: null, inputs: {} });
  });

  it.each([
    null,
    "",
    "{",
    "null",
    "[]",
    '{"templateKey":7,"inputs":{}}',
    '{"templateKey":null,"inputs":{"users":{"$gt":0}}}',
    '{"templateKey":null,"inputs":{},"organisationId":"x"}',
    `{"templateKey":null,"inputs":{"users":1}}${" ".repeat(20_000)}`,
  ])("are not taken from anything else: %j", (text) => {
    expect(readKeptFigures(text)).toBeNull();
  });
});
