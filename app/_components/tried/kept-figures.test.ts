import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keepFigures, keepForMailedLink, keptFigures, readKeptFigures, takeKeptFigures } from "./kept-figures";

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

/** As a browser's: texts by their keys. */
class Store extends Map<string, string> {
  getItem = (key: string) => this.get(key) ?? null;
  setItem = (key: string, text: string) => this.set(key, text);
  removeItem = (key: string) => this.delete(key);
}

describe("figures on their way through a mailed link", () => {
  const figures = { templateKey: null, inputs: { users: 7 } };
  const openTab = () => Object.assign(globalThis, { sessionStorage: new Store() });
  beforeEach(() => Object.assign(globalThis, { localStorage: new Store() }) && openTab());
  afterEach(() => {
    for (const name of ["localStorage", "sessionStorage"]) Reflect.deleteProperty(globalThis, name);
  });

  it("are found in the tab in which the link is opened, for an hour", () => {
    keepFigures(figures);
    keepForMailedLink(1_000);
    openTab();
    expect(keptFigures(1_000 + 3_599_999)).toEqual(figures);
    expect(keptFigures(1_000 + 3_600_000)).toBeNull();
    // And do not come back.
    expect(keptFigures(1_000)).toBeNull();
  });

  it("are taken once, whichever tab takes them", () => {
    keepFigures(figures);
    keepForMailedLink();
    openTab();
    expect(takeKeptFigures()).toEqual(figures);
    openTab();
    expect(keptFigures()).toBeNull();
  });

  it("stay in their tab where no link was asked for", () => {
    keepFigures(figures);
    openTab();
    expect(keptFigures()).toBeNull();
  });
});
