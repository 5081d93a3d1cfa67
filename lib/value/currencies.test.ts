import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { plainAmount } from "./amount";
import { currencyCodes, currencyName, isCurrency, minorDigits } from "./currencies";
import { formatExact } from "./format";

// Written down from ISO 4217's list one: all that has other than two digits. What an engine's Intl says is not asked.
const digits = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

describe("a currency", () => {
  it("has the digits of ISO 4217", () => {
    const others = currencyCodes.filter((code) => minorDigits(code) !== 2);
    const expected = Object.entries(digits).flatMap(([count, codes]) => codes.split(" ").map((code) => [code, count]));
    expect(Object.fromEntries(others.map((code) => [code, String(minorDigits(code))]))).toEqual(
      Object.fromEntries(expected),
    );
  });

  // Engines give digits by habit: 0 for HUF, IDR, COP, PKR and IQD in Node 20, and no CLF or XCG in some.
  it.each([
    ["RSD", "1,234.50", "1234.50"],
    ["HUF", "1,234.50", "1234.50"],
    ["IDR", "1,234.50", "1234.50"],
    ["COP", "1,234.50", "1234.50"],
    ["PKR", "1,234.50", "1234.50"],
    ["IQD", "1,234.500", "1234.500"],
    ["CLF", "1,234.5000", "1234.5000"],
    ["XCG", "1,234.50", "1234.50"],
    ["CLP", "1,235", "1235"],
  ])("%s reads the same on a page and in a file", (code, page, file) => {
    expect([formatExact(1234.5, code), plainAmount(1234.5, code)]).toEqual([page, file]);
  });

  it("is offered where money is paid in it", () => {
    for (const code of ["USD", "EUR", "CLF", "XCG", "VED", "VES", "SLE", "ZWG"]) expect(currencyCodes).toContain(code);
    // Funds, metals, tests, none, and what is no longer in use.
    const left = "BOV CHE CHW COU MXV USN UYI XAU XAG XPT XPD XBA XTS XXX XDR XSU XUA HRK ANG BGN SLL ZWL DEM".split(
      " ",
    );
    expect(left.filter((code) => currencyCodes.includes(code))).toEqual([]);
  });

  it("is kept by models that have a former one, and known by no other code", () => {
    expect(["HRK", "ANG", "XDR"].filter(isCurrency)).toEqual(["HRK", "ANG", "XDR"]);
    expect(["XXX", "XAU", "DEM", "usd", "", "__proto__"].filter(isCurrency)).toEqual([]);
  });

  it("has one code, in order, and one name", () => {
    expect(currencyCodes.filter((code) => !/^[A-Z]{3}$/.test(code))).toEqual([]);
    expect([...new Set(currencyCodes)].sort()).toEqual(currencyCodes);
    expect(new Set(currencyCodes.map(currencyName)).size).toBe(currencyCodes.length);
    expect([currencyName("JPY"), currencyName("CLF")]).toEqual(["Japanese Yen", "Chilean Unit of Account (UF)"]);
  });
});

/** Where Intl may be used: for plain numbers, whose grouping and rounding the standard says, and on one side only. */
const intl = ["lib/value/rounding.ts", "server/requests/reader-marks.ts"];

/** What spreadsheets of other languages may have written into a file or a pasted table. It is read and never shown. */
const reading = ["lib/import/file-date.ts", "lib/import/cell-figure.ts"];

it("leaves what engines differ in, currencies, dates, lists, to our own tables", () => {
  const root = new URL("../../", import.meta.url);
  const files = ["app", "lib", "scripts", "server"].flatMap((folder) =>
    readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  );
  const sources = files.filter((file) => /\.(tsx?|mjs)$/.test(file) && !/\.test\.tsx?$/.test(file));
  const textOf = (file: string) => readFileSync(new URL(file, root), "utf8");
  const writes = /\bIntl\.(\w+Format\b|DisplayNames|PluralRules|supportedValuesOf)/;
  expect(sources.filter((file) => writes.test(textOf(file))).sort()).toEqual([...intl, ...reading].sort());
  expect(sources.filter((file) => /\.toLocale(Date|Time)?String\(/.test(textOf(file)))).toEqual([]);
  const uses = textOf("lib/value/rounding.ts");
  expect(uses.match(/\bIntl\.\w+/g)?.filter((use) => !use.startsWith("Intl.NumberFormat"))).toEqual([]);
  expect(uses).not.toMatch(/style: "(currency|unit)"|notation:/);
});
