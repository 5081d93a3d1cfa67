import { describe, expect, it } from "vitest";
import { declaredAt } from "@/lib/model/currency";
import { fieldsOfTable, mostRows } from "@/lib/model/rows/fields";
import { noRows, type RowTable, rowTables } from "@/lib/model/rows/own-rows";
import { someRows } from "@/test/figures/some-rows";
import { checkRow, checkRows } from "./check-rows";
import { type RowContext, rowsInDollars } from "./row-schema";

const inEuro: RowContext = { currency: "EUR", declared: declaredAt(0.9) };

/** What is said of the tables, by key. */
function faultsOf(tables: Partial<Record<RowTable, unknown>>, context = rowsInDollars): Record<string, string> {
  const checked = checkRows({ customLines: [], ...tables }, context);
  return Object.fromEntries(checked.ok ? [] : checked.faults.map(({ key, message }) => [key, message]));
}

const register = { label: "Rack", what: "server", count: 1 };
const equipment = {
  label: "Tape",
  category: "hardware",
  architectures: ["cloud"],
  pieces: 1,
  price: 5,
  lifeMonths: 60,
};
const staff = { role: "Admin", architectures: ["cloud"], fte: 1, pay: 5 };
const line = { label: "Rent", category: "facility", architectures: ["cloud"], kind: "once", amount: 5 };

describe("rows", () => {
  it("pass as they are, with every field that a table has", () => {
    expect(checkRows(someRows, inEuro)).toEqual({ ok: true, rows: someRows });
    for (const table of rowTables) {
      const given = new Set(someRows[table].flatMap((row) => Object.keys(row)));
      // Of the kind "every" only.
      const fields = Object.keys(fieldsOfTable[table]).filter((key) => key !== "everyMonths");
      expect(fields.filter((key) => !given.has(key))).toEqual([]);
    }
  });

  it("are none where a table is left out", () => {
    expect(checkRows({ customLines: [] }, rowsInDollars)).toEqual({ ok: true, rows: noRows });
  });

  it("lose what says nothing", () => {
    const checked = checkRow("staffLines", { ...staff, note: "", source: "", ranges: {} }, rowsInDollars);
    expect(checked).toEqual({ ok: true, row: staff });
  });

  it("are named with their place, their field and what was given", () => {
    expect(
      faultsOf({
        register: [register, register, { ...register, count: 2.5, equivalents: 0, ageMonths: -1, colour: "red" }],
        equipmentLines: [{ ...equipment, price: -1, lifeMonths: 0.5, per: "day", priceChange: -1 }],
        staffLines: [{ ...staff, whole: 1, toMonth: "soon", role: " " }],
      }),
    ).toEqual({
      "register.2.colour": 'Register row 3: there is no field "colour".',
      "register.2.equivalents": "Register row 3: Standard units each must be above 0 units; you typed 0.",
      "register.2.ageMonths": "Register row 3: Age must be at least 0 months; you typed -1.",
      "equipmentLines.0.price": "Equipment line 1: Price each must be at least 0 USD; you typed -1.",
      "equipmentLines.0.lifeMonths": "Equipment line 1: Life must be a whole number of months; you typed 0.5.",
      "equipmentLines.0.per":
        'Equipment line 1: For each must be one of fixed, server, storageServer, machine, thousandUsers, storedTB, egressTB, peer, site; you typed "day".',
      "equipmentLines.0.priceChange":
        "Equipment line 1: Change of the price must be above −100 % a year; you typed −100 %.",
      "staffLines.0.whole": "Staff line 1: Whole people only must be true or false; you typed 1.",
      "staffLines.0.toMonth": 'Staff line 1: Last month must be a whole number of months; you typed "soon".',
      "staffLines.0.role": "Staff line 1: Role must not be empty.",
    });
  });

  it("are told of a month that is too far away to be counted", () => {
    const checked = checkRow("staffLines", { ...staff, toMonth: 1e300 }, rowsInDollars);
    expect(checked).toMatchObject({
      faults: [{ message: "Last month must be a number that can be counted; you typed 1e+300." }],
    });
    const own = { label: "Rent", category: "facility", architectures: ["cloud"], kind: "monthly", amount: 1 };
    expect(checkRow("customLines", { ...own, toMonth: 1e300 }, rowsInDollars)).toMatchObject({
      faults: [{ message: "Last month must be a number that can be counted; you typed 1e+300." }],
    });
  });

  it.each([
    [{ ...register, count: 2.5 }, "count", "Count must be a whole number; you typed 2.5."],
    [{ ...register, what: "storageServer", count: 0.5 }, "count", "Count must be a whole number; you typed 0.5."],
    [{ ...register, what: "network", watts: 5 }, "watts", "Power each is of servers and storage servers only."],
    [{ ...register, what: "facility", watts: 0 }, "watts", "Power each is of servers and storage servers only."],
    [{ ...register, count: -1 }, "count", "Count must be at least 0; you typed -1."],
    [{ ...register, what: "desk" }, "what", "Kind must be one of server, storageServer, network, facility;"],
    [{ label: "Rack", what: "server" }, "count", "Count must be a number; nothing was given."],
  ])("of the register: %j", (row, key, words) => {
    expect(faultsOf({ register: [row] })[`register.0.${key}`]).toContain(`Register row 1: ${words}`);
  });

  it("may be part of a facility, and none of a kind", () => {
    expect(
      faultsOf({
        register: [
          { ...register, what: "facility", count: 2.5 },
          { ...register, count: 0 },
        ],
      }),
    ).toEqual({});
  });

  it.each([
    [{ price: { low: 6, high: 9 } }, "price.low"],
    [{ price: { low: 1, high: 4 } }, "price.high"],
    [{ pieces: { low: -1, high: 4 } }, "pieces.low"],
    [{ pieces: { low: 1 } }, "pieces.high"],
    [{ pieces: 1 }, "pieces"],
    [{ lifeMonths: { low: 1, high: 99 } }, "lifeMonths"],
    [{ price: { low: 5, high: 5, kind: "range" } }, "price.kind"],
  ])("whose range is %j are refused at %s", (ranges, key) => {
    expect(Object.keys(faultsOf({ equipmentLines: [{ ...equipment, ranges }] }))).toEqual([
      `equipmentLines.0.ranges.${key}`,
    ]);
  });

  it.each([
    [{ amount: 5, low: 6 }, "low"],
    [{ amount: 5, high: 4 }, "high"],
    [{ everyMonths: 3 }, "everyMonths"],
    [{ escalation: -1 }, "escalation"],
    [{ category: "transition" }, "category"],
    [{ architectures: ["cloud", "cloud"] }, "architectures"],
    [{ architectures: [] }, "architectures"],
    [{ fromMonth: 1.5 }, "fromMonth"],
    [{ note: "x".repeat(2_001) }, "note"],
  ])("of own lines are refused: %j", (given, key) => {
    expect(Object.keys(faultsOf({ customLines: [line, { ...line, ...given }] }))).toEqual([`customLines.1.${key}`]);
  });

  it("of own lines may be credits, at set-up", () => {
    expect(faultsOf({ customLines: [{ ...line, amount: -5, low: -9, fromMonth: 0, note: "A grant" }] })).toEqual({});
  });

  it.each([
    [[0.5, 0.5 + 1e-10], true],
    [[1 / 3, 1 / 3, 1 / 3], true],
    [[1], true],
    [[0.5, 0.49], false],
    [[0.5, 0.5, 1e-8], false],
  ])("of kinds with shares %j pass: %s", (shares, isGood) => {
    const participantKinds = shares.map((share, place) => ({ label: `Kind ${place}`, share }));
    expect(Object.keys(faultsOf({ participantKinds }))).toEqual(isGood ? [] : ["participantKinds"]);
  });

  it("of kinds keep to the bounds of their inputs, money in the currency", () => {
    // peerDeviceCost may be 100,000 USD at most (inputs.csv): 90,000 EUR at 0.9.
    const kind = (peerDeviceCost: number) => ({ participantKinds: [{ label: "All", share: 1, peerDeviceCost }] });
    expect(faultsOf(kind(90_000), inEuro)).toEqual({});
    const fault = faultsOf(kind(90_001), inEuro)["participantKinds.0.peerDeviceCost"];
    expect(fault).toContain("must be between 0 and 90,000 EUR/peer; you typed 90001.");
    expect(faultsOf({ participantKinds: [{ label: "All", share: 1, peerAvailability: 1.01 }] })).toHaveProperty([
      "participantKinds.0.peerAvailability",
    ]);
  });

  it("have ids of their own", () => {
    const twice = [
      { ...register, id: "a" },
      { ...register, id: "a" },
    ];
    expect(faultsOf({ register: twice })).toEqual({
      register: "Register: two have the same id. Leave the ids out of new ones.",
    });
    expect(faultsOf({ register: [{ ...register, id: "a b" }] })).toHaveProperty(["register.0.id"]);
    expect(faultsOf({ register: [{ ...register, id: "a" }], staffLines: [{ ...staff, id: "a" }] })).toEqual({});
  });

  it.each(rowTables)("of %s are at most as many as are declared", (table) => {
    const { id: _, ...row } = { id: "", ...someRows[table][0] };
    const one = table === "participantKinds" ? { ...row, share: 1 / mostRows[table] } : row;
    const many = (count: number) => Array.from({ length: count }, () => one);
    expect(faultsOf({ [table]: many(mostRows[table]) })).toEqual({});
    expect(faultsOf({ [table]: many(mostRows[table] + 1) })[table]).toContain("a model has at most");
  });

  it("take no more than there is room for", () => {
    const note = "é".repeat(1_999);
    const many = Array.from({ length: 76 }, () => ({ ...register, note }));
    expect(faultsOf({ register: many })).toEqual({
      register: "All rows of a model together, own lines included, may take 300 kB. Shorten their notes and sources.",
    });
  });
});

describe("what is no row at all", () => {
  const hostile = [null, 1, "row", [], [[]], { length: 1 }, true, Number.NaN, () => 1];

  it.each(rowTables)("is refused in %s", (table) => {
    for (const given of hostile) {
      expect(Object.keys(faultsOf({ [table]: [given] })).length, String(given)).toBeGreaterThan(0);
      if (Array.isArray(given)) continue;
      expect(faultsOf({ [table]: given })[table], String(given)).toMatch(/must be a list/);
    }
  });

  it.each(rowTables)("is refused in each figure of %s", (table) => {
    const good = someRows[table][0] as object;
    const figures = Object.entries(good).filter(([, value]) => typeof value === "number");
    for (const [key] of figures) {
      for (const value of [null, "1", Number.NaN, Number.POSITIVE_INFINITY, [], {}, 10n]) {
        const checked = checkRow(table, { ...good, [key]: value }, rowsInDollars);
        expect(checked.ok ? [] : checked.faults.map((fault) => fault.key), `${key} ${String(value)}`).toContain(key);
      }
    }
  });

  it("names fields of the prototype as unknown", () => {
    const given = JSON.parse(
      '{"label": "Rack", "what": "server", "count": 1, "__proto__": {"watts": 5}, "toString": 1}',
    );
    const checked = checkRow("register", given, rowsInDollars);
    expect(checked.ok ? [] : checked.faults.map(({ key }) => key)).toContain("toString");
    expect(checkRow("register", { ...register, what: "__proto__" }, rowsInDollars).ok).toBe(false);
  });
});
