import { describe, expect, it } from "vitest";
import { noRows, type OwnRows } from "@/lib/model/rows/own-rows";
import { checkScenarioRows, checkWholeScenario } from "./check-scenario-rows";
import { rowsInDollars } from "./row-schema";

const rack = { label: "Rack", what: "server", count: 1 } as const;
const base = {
  ...noRows,
  ...{ inputs: {}, currency: "USD", currencyRate: 1 },
  register: [{ ...rack, id: "a" }],
  participantKinds: [
    { id: "phones", label: "Phones", share: 0.9 },
    { id: "boxes", label: "Boxes", share: 0.1 },
  ],
} satisfies OwnRows & object;

function faultsOf(rows: unknown): Record<string, string> {
  const checked = checkWholeScenario({ name: "More", inputs: {}, currencyRate: 1, rows }, base);
  return Object.fromEntries(checked.ok ? [] : checked.faults.map(({ key, message }) => [key, message]));
}

describe("rows of a scenario", () => {
  it("are kept by table and id, each with its id, without tables that are empty", () => {
    const rows = { register: { a: null, new: { ...rack, note: "" } }, staffLines: {} };
    expect(checkWholeScenario({ name: "More", inputs: {}, currencyRate: 1, rows }, base)).toEqual({
      ok: true,
      draft: {
        name: "More",
        inputs: {},
        currencyRate: 1,
        rows: { register: { a: null, new: { ...rack, id: "new" } } },
      },
    });
    const none = checkWholeScenario({ name: "More", inputs: {}, currencyRate: 1, rows: {} }, base);
    expect(none).toEqual({ ok: true, draft: { name: "More", inputs: {}, currencyRate: 1 } });
  });

  it.each([
    [
      { register: { a: { ...rack, count: 0.5 } } },
      "rows.register.a.count",
      "Register row “a”: Count must be a whole number",
    ],
    [
      { register: { a: { ...rack, colour: 1 } } },
      "rows.register.a.colour",
      'Register row “a”: there is no field "colour".',
    ],
    [{ register: { "a b": rack } }, "rows.register.a b", "Id must be 1 to 60 letters"],
    [{ register: { a: 5 } }, "rows.register.a", "Register row “a”: "],
    [{ register: [rack] }, "rows.register", "must be given by the ids of rows"],
    [{ desks: {} }, "rows.desks", 'There is no table of rows "desks".'],
    [[], "rows", "must be given by the names of tables"],
    ["rows", "rows", "must be given by the names of tables"],
    [
      { participantKinds: { boxes: null } },
      "rows.participantKinds",
      "their shares must sum to 100 %; they sum to 90 %",
    ],
    [
      { register: Object.fromEntries(Array.from({ length: 500 }, (_, place) => [`r${place}`, rack])) },
      "rows.register",
      "a model has at most 500; there are 501",
    ],
  ])("are refused: %j", (rows, key, words) => {
    expect(faultsOf(rows)[key]).toContain(words);
  });

  it("take nothing of the prototype", () => {
    const given = JSON.parse('{"register": {"__proto__": {"label": "Rack", "what": "server", "count": 1}}}');
    const checked = checkScenarioRows(given, rowsInDollars);
    expect(checked.ok && Object.keys(checked.rows.register ?? {})).toEqual(["__proto__"]);
    expect(faultsOf({ toString: {} })).toHaveProperty(["rows.toString"]);
  });
});
